using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Templates;
using SlaMonitor.Samples;

namespace SlaMonitor.Mails.Tests.Composition;

/// <summary>Alerts as the notifier makes them, without store and queue.</summary>
internal static class Alerts
{
    public static AlertModel Of(
        Instant now, TicketChange? change = null, string language = "en", string zone = "Europe/Berlin",
        string agreement = SampleAgreements.Office, string metric = "response",
        string ticket = "HD-1", Func<MailItem, MailItem>? with = null, TicketEvent[]? log = null, params TicketEvent[] later) =>
        AlertModel.Of(ReaderOf(language, zone), Item(now, change, agreement, metric, ticket, with, log, later));

    /// <summary>The subject of the first warning about a ticket.</summary>
    public static string Subject(string ticket, TicketChange change) =>
        MailSubject.Of([Item(Instant.FromUtc(2026, 3, 2, 10, 0), change, ticket: ticket)], Wording.For("en"));

    /// <summary>The mail about one promise.</summary>
    public static Mail Mail(MailItem item, string language = "en") => new MailComposer(TemplateSet.BuiltIn).Compose(new MailContents
    {
        MailId = "n",
        Reader = ReaderOf(language, "Europe/Berlin"),
        Items = [item],
        WrittenAt = item.At,
    });

    public static MailItem Item(
        Instant now, TicketChange? change = null, string agreement = SampleAgreements.Office, string metric = "response",
        string ticket = "HD-1", Func<MailItem, MailItem>? with = null, TicketEvent[]? log = null, params TicketEvent[] later)
    {
        log ??= [Events.Created(ticket, change: change ?? Events.Printer), .. later];
        var clock = TicketAssessment.Of(log, [], SampleAgreements.Load(agreement), now)!.Clocks.First(clock => clock.Target.Id == metric);
        var item = new MailItem
        {
            NotificationId = "n",
            Kind = MailItemKind.Warning,
            Explanation = ClockExplanation.Of(clock, now),
            Moment = "50%",
            At = now,
            Step = 1,
            Steps = 2,
            Because = "assignee",
            AlsoTold = ["lead@example.com"],
        };
        return with is null ? item : with(item);
    }

    private static Reader ReaderOf(string language, string zone) => new("anna@example.com", language, DateTimeZoneProviders.Tzdb[zone]);

    public static string Text(AlertModel model) => TemplateSet.BuiltIn.Render(TemplateName.AlertText, model);

    public static string Html(AlertModel model) => TemplateSet.BuiltIn.Render(TemplateName.AlertHtml, model);
}
