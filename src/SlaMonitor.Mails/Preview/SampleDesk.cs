using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Preview;

/// <summary>A helpdesk in which what previews show really happens: the same fold, clocks and explanations as in every real mail.</summary>
/// <param name="language">The language that its people read.</param>
/// <param name="title">The title of its tickets; its own, where none is given.</param>
internal sealed class SampleDesk(string language, string? title)
{
    /// <summary>Anna reads the mails, in Berlin or in Shanghai.</summary>
    public const string Anna = "anna@example.com";

    /// <summary>Monday, 2 March 2026, 09:00 in Berlin: when every story begins.</summary>
    public static Instant Opening { get; } = Instant.FromUtc(2026, 3, 2, 8, 0);

    private bool IsChinese => Wording.IsChinese(language);

    /// <summary>Who reads.</summary>
    public Reader Reader => new(Anna, language, DateTimeZoneProviders.Tzdb[IsChinese ? "Asia/Shanghai" : "Europe/Berlin"]);

    /// <summary>The first response to a ticket that came in at opening.</summary>
    public MailItem Response(string ticket, MailItemKind kind, Instant now, Duration? answeredAfter = null) =>
        Item(
            ticket,
            "response",
            kind,
            now,
            answeredAfter is { } after
                ? [Event(ticket, TicketEventType.Replied, after, new TicketChange { By = Actor.Agent, Public = true })]
                : []);

    /// <summary>The resolution of a ticket that waited for the customer in between, while the power was cut.</summary>
    public MailItem Resolution(string ticket, MailItemKind kind, Instant now) => Item(ticket, "resolution", kind, now,
    [
        Event(ticket, TicketEventType.Updated, Duration.FromHours(3), new TicketChange { Status = TicketStatus.Pending }),
        Event(ticket, TicketEventType.Updated, Duration.FromHours(26), new TicketChange { Status = TicketStatus.Open }),
    ]);

    private MailItem Item(string ticket, string target, MailItemKind kind, Instant now, TicketEvent[] later)
    {
        var assessment = TicketAssessment.Of([Created(ticket), .. later], [], SampleAgreement.Book, now)!;
        var clock = assessment.Clocks.First(clock => clock.Target.Id == target);
        var isOver = kind is MailItemKind.Breach or MailItemKind.AllClear;
        return new MailItem
        {
            NotificationId = $"sample-{ticket}",
            Kind = kind,
            Explanation = ClockExplanation.Of(clock, now),
            Moment = kind == MailItemKind.AllClear ? "all-clear" : isOver ? "due" : "50%",
            At = now,
            Step = kind == MailItemKind.AllClear ? null : isOver ? 2 : 1,
            Steps = 3,
            Because = isOver ? "on-call" : "assignee",
            AlsoTold = isOver ? [SampleAgreement.Lead] : [],
            AcknowledgeUrl = clock.EndedAt <= now ? null : new Uri("https://sla.example.com/api/acknowledge/sample"),
        };
    }

    private TicketEvent Created(string ticket) => Event(ticket, TicketEventType.Created, Duration.Zero, new TicketChange
    {
        Title = title ?? (IsChinese ? "登录后页面空白，无法提交订单" : "Checkout shows an empty page after login"),
        Url = new Uri($"https://helpdesk.example.com/tickets/{ticket}"),
        Customer = IsChinese ? "示例科技有限公司" : "Example Industries",
        Priority = TicketPriority.High,
        Assignee = Anna,
    });

    private static TicketEvent Event(string ticket, TicketEventType type, Duration afterOpening, TicketChange change) => new()
    {
        TicketId = ticket,
        Source = "/sample",
        Id = $"{type}-{afterOpening.TotalSeconds}",
        Time = Opening + afterOpening,
        Type = type,
        TypeName = $"ticket.{type}",
        Change = change,
    };
}
