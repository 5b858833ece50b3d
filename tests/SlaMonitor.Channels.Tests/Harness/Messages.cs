using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Templates;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;

namespace SlaMonitor.Channels.Tests.Harness;

/// <summary>What channels are given to tell.</summary>
internal static class Messages
{
    public static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 13, 0);

    /// <summary>A message of one promise or several, with links.</summary>
    public static ChannelMessage Of(
        MailItemKind kind = MailItemKind.Breach, string title = "Cannot log in", string language = "en", int tickets = 1,
        bool isAnswered = false)
    {
        var items = Enumerable.Range(1, tickets).Select(n => Item(kind, title, $"HD-{n}", isAnswered)).ToList();
        var contents = new MailContents
        {
            MailId = "mail-1",
            Reader = new Reader("webhook:hook", language, DateTimeZoneProviders.Tzdb["Europe/Berlin"]),
            Items = items,
            TakeAllUrl = tickets > 1 ? new Uri("https://sla.example.com/api/acknowledge/all") : null,
            WrittenAt = Now,
        };
        return new ChannelMessage(new MailComposer(TemplateSet.BuiltIn).Compose(contents), contents);
    }

    /// <summary>A message that is of no promise.</summary>
    public static ChannelMessage Notice() => new(
        new Mail
        {
            NotificationId = "notice-1",
            TicketId = null,
            To = "webhook:hook",
            Subject = "Report of 2026-02",
            Text = "All was kept.",
            Html = "<p>All was kept.</p>",
            Language = "en",
            Date = Now,
        },
        null);

    private static MailItem Item(MailItemKind kind, string title, string id, bool isAnswered)
    {
        var log = new List<TicketEvent>
        {
            Event(id, "created", "2026-03-02T08:00:00Z", TicketEventType.Created, new TicketChange
            {
                Title = title, Customer = "acme", Priority = TicketPriority.High, Url = new Uri("https://desk.example.com/t/1"),
            }),
        };
        if (isAnswered)
        {
            log.Add(Event(id, "reply", "2026-03-02T09:00:00Z", TicketEventType.Replied, new TicketChange
            {
                By = Actor.Agent,
                Agent = "anna@example.com",
                Public = true,
            }));
        }

        var clock = TicketAssessment.Of(log, [], SampleAgreements.Load(SampleAgreements.Office), Now)!.Clocks[0];
        return new MailItem
        {
            NotificationId = $"{id}-due",
            Kind = kind,
            Explanation = ClockExplanation.Of(clock, Now),
            Moment = kind == MailItemKind.AllClear ? "all-clear" : "due",
            At = clock.DueAt!.Value,
            Step = kind == MailItemKind.AllClear ? null : 2,
            Steps = 2,
            Because = "lead",
            AcknowledgeUrl = kind == MailItemKind.AllClear ? null : new Uri("https://sla.example.com/api/acknowledge/token"),
        };
    }

    private static TicketEvent Event(string ticket, string id, string time, TicketEventType type, TicketChange change) => new()
    {
        TicketId = ticket,
        Source = "/test",
        Id = id,
        Time = NodaTime.Text.InstantPattern.ExtendedIso.Parse(time).Value,
        Type = type,
        TypeName = $"ticket.{id}",
        Change = change,
    };
}
