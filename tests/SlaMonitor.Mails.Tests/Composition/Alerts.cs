using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Templates;
using SlaMonitor.Samples;

namespace SlaMonitor.Mails.Tests.Composition;

/// <summary>Alerts as the notifier makes them, without store and queue.</summary>
internal static class Alerts
{
    public static AlertModel Of(
        Instant now, TicketChange? change = null, string language = "en", string zone = "Europe/Berlin",
        string agreement = SampleAgreements.Office, string metric = "response",
        string ticket = "HD-1", Func<MailItem, MailItem>? with = null, params TicketEvent[] later)
    {
        var log = (TicketEvent[])[Events.Created(ticket, change: change ?? Events.Printer), .. later];
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
        return AlertModel.Of(new Reader("anna@example.com", language, DateTimeZoneProviders.Tzdb[zone]), with is null ? item : with(item));
    }

    public static string Text(AlertModel model) => TemplateSet.BuiltIn.Render(TemplateName.AlertText, model);

    public static string Html(AlertModel model) => TemplateSet.BuiltIn.Render(TemplateName.AlertHtml, model);
}
