using NodaTime;
using SlaMonitor.Mails;
using SlaMonitor.Mails.Surveys;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Notification.Orders;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>Writes the mails that ask requesters how satisfied they are.</summary>
public sealed class SurveyMails(AssessedTickets tickets, AcknowledgeLinks links, IClock clock)
{
    /// <summary>For how long a ticket can be rated, and the rating changed.</summary>
    internal static readonly Duration Lifetime = Duration.FromDays(7);

    /// <summary>
    /// The mail; <c>null</c> where there is nothing to ask any more: the ticket has come back, was rated or forgotten, or nobody agrees on
    /// a survey now.
    /// </summary>
    internal async Task<Mail?> WriteAsync(MailOrder order, SurveyOrder asked, CancellationToken cancellationToken)
    {
        var ticket = (await tickets.LoadAsync(asked.TicketId, cancellationToken)).Assessment;
        if (ticket is not { Ticket: { ResolvedAt: not null, Ratings: [] } about, Governing.Indicators.Satisfaction.SurveyEvery: not null })
            return null;

        var now = clock.GetCurrentInstant();
        return SurveyMail.Of(
            order.MailId, MailContentsBuilder.ReaderOf(order), now, about.Id, about.Title,
            links.ForSurvey(about.Id, order.Recipient, now + Lifetime, now));
    }
}
