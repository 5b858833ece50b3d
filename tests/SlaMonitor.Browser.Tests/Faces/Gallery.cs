using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Agreements;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Notification.Contents;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Browser.Tests.Faces;

/// <summary>All faces of the monitor, made by the engine itself.</summary>
internal static class Gallery
{
    private static readonly AlertComposer Composer = new();
    private static readonly Instant Opened = Instant.FromUtc(2026, 3, 2, 1, 0);

    /// <summary>The languages that the monitor speaks.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "zh-CN"];

    public static IReadOnlyDictionary<Face, Mail> Mails { get; } = (
        from language in Languages
        from sample in new[] { ("warning", 40), ("breach", 90) }
        select (new Face($"mail-{sample.Item1}", language), Composer.Compose(Contents(language, sample.Item2)))).ToDictionary();

    public static IReadOnlyDictionary<Face, AcknowledgePage> Pages { get; } = (
        from language in Languages
        from state in Enum.GetValues<AcknowledgeState>()
        select (new Face($"page-{state}".ToLowerInvariant(), language), Page(language, state))).ToDictionary();

    /// <summary>Lays pages out.</summary>
    public static IAcknowledgePages PageLayout { get; } = new PlainAcknowledgePages();

    public static IReadOnlyList<Face> All { get; } = [.. Mails.Keys, .. Pages.Keys];

    private static ClockExplanation Explanation(Instant now)
    {
        var book = AgreementLoader.Load(
            [new AgreementText("a.yaml", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "agreements", "standard-support.yaml")))]).Book!;
        TicketEvent created = new()
        {
            TicketId = "HD-1042",
            Source = "/helpdesk",
            Id = "1",
            Time = Opened,
            Type = TicketEventType.Created,
            TypeName = "ticket.created",
            Change = new TicketChange { Title = "Cannot log in", Priority = TicketPriority.Urgent, Url = new Uri("https://helpdesk.example.com/tickets/1042") },
        };
        return ClockExplanation.Of(TicketAssessment.Of([created], [], book, now)!.Clocks[0], now);
    }

    private static MailContents Contents(string language, int minutes)
    {
        var now = Opened + Duration.FromMinutes(minutes);
        return new MailContents
        {
            MailId = "mail",
            WrittenAt = now,
            Reader = new Reader("anna@example.com", language, DateTimeZoneProviders.Tzdb["Asia/Shanghai"]),
            Items =
            [
                new MailItem
                {
                    NotificationId = "n", Kind = MailItemKind.Warning, Explanation = Explanation(now), Moment = "50%", At = now, Step = 1, Steps = 4,
                    Because = "assignee", AlsoTold = ["lead@example.com"], AcknowledgeUrl = new Uri("https://sla.example.com/api/acknowledge/token"),
                },
            ],
        };
    }

    private static AcknowledgePage Page(string language, AcknowledgeState state) => new()
    {
        State = state,
        Explanation = Explanation(Opened + Duration.FromMinutes(40)),
        Language = language,
        By = "zhang.min@example.com",
        At = Opened,
        Until = Opened + Duration.FromHours(4),
        ActionUrl = state == AcknowledgeState.Open ? "token" : null,
    };
}
