using SlaMonitor.Monitoring.Notification.Contents;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>Composes each item as an alert; several of them follow each other in one mail.</summary>
public sealed class AlertComposer : IMailComposer
{
    private const string Separator = "\n\n----------------------------------------\n\n";

    /// <inheritdoc />
    public Mail Compose(MailContents contents)
    {
        ArgumentNullException.ThrowIfNull(contents);

        var models = contents.Items.Select(item => AlertModel.Of(contents.Reader, item)).ToList();
        var ticket = contents.Items.Select(item => item.Explanation.Clock.Ticket).DistinctBy(ticket => ticket.Id, StringComparer.Ordinal).ToList() is [var only] ? only : null;
        return new Mail
        {
            NotificationId = contents.MailId,
            TicketId = ticket?.Id,
            To = contents.Reader.Address,
            Subject = ticket is null ? $"[SLA] {models.Count} promises" : AlertSubject.Of(ticket),
            Text = string.Join(Separator, models.Select(AlertTemplates.Text)),
            Html = string.Join("<hr>", models.Select(AlertTemplates.Html)),
            Language = models[0].Wording.Language,
            Date = contents.WrittenAt,
        };
    }
}
