using CsCheck;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Reporting.Slow;

/// <summary>Tickets of the <see cref="SlowDesk"/>, as lists of what happened in which quarter of an hour.</summary>
internal static class SlowHistories
{
    public const int LastQuarter = 100 * 96;

    private static readonly string[] WhileOpen =
        ["reply", "reply", "pending", "open", "agree", "agree", "resolved", "resolved", "resolved", "closed", "deleted", "merged"];

    private static readonly string[] WhileSettled = ["reopened", "closed", "good", "bad", "good", "reply", "deleted"];

    private static readonly Gen<(int Wait, int What)> Step = Gen.Select(Gen.Int[1, 500], Gen.Int[0, 99]);

    /// <summary>A ticket: what happens next depends on whether it is settled, and a ticket that is gone stays so.</summary>
    public static readonly Gen<IReadOnlyList<(int At, string What)>> Ticket =
        Gen.Select(Gen.Int[0, 75 * 96], Step.Array[0, 9]).Select((created, steps) =>
        {
            List<(int At, string What)> events = [(created, "created")];
            var (at, settled, gone) = (created, false, false);
            foreach (var (wait, what) in steps)
            {
                at += wait;
                if (at > LastQuarter || gone) break;

                var happens = settled ? WhileSettled[what % WhileSettled.Length] : WhileOpen[what % WhileOpen.Length];
                settled = happens switch { "reopened" => false, "resolved" or "closed" => true, _ => settled };
                gone = happens is "deleted" or "merged";
                events.Add((at, happens));
            }

            return (IReadOnlyList<(int At, string What)>)events;
        });

    /// <summary>Until when the resolution of a ticket is agreed at a time: some hours, or some days, after it.</summary>
    public static int AgreedUntil(int at) => at + 1 + (at * 37 % 700);

    public static TicketEvent[] Log(string id, IReadOnlyList<(int At, string What)> events) =>
    [
        .. events.Select((e, number) => new TicketEvent
        {
            TicketId = id,
            Source = "/slow",
            Id = $"{id}-{number:00}",
            Time = SlowDesk.At(e.At),
            Type = TypeOf(e.What),
            TypeName = e.What,
            Change = e.What switch
            {
                "reply" => new TicketChange { By = Actor.Agent },
                "pending" => new TicketChange { Status = TicketStatus.Pending },
                "open" => new TicketChange { Status = TicketStatus.Open },
                "good" => new TicketChange { Rating = 5 },
                "bad" => new TicketChange { Rating = 1 },
                "agree" => new TicketChange { AgreedDue = new("resolution", SlowDesk.At(AgreedUntil(e.At)), "parts", "both") },
                _ => TicketChange.None,
            },
        }),
    ];

    private static TicketEventType TypeOf(string what) => what switch
    {
        "created" => TicketEventType.Created,
        "reply" => TicketEventType.Replied,
        "resolved" => TicketEventType.Resolved,
        "closed" => TicketEventType.Closed,
        "reopened" => TicketEventType.Reopened,
        "deleted" => TicketEventType.Deleted,
        "merged" => TicketEventType.Merged,
        "good" or "bad" => TicketEventType.Rated,
        "agree" => TicketEventType.DueAgreed,
        _ => TicketEventType.Updated,
    };
}
