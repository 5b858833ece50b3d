using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Benchmarks.Folding;

/// <summary>
/// Tickets as helpdesks have them: an opening, exchanges with waiting in between, now and then a new priority, a note or a reopening.
/// </summary>
internal static class SampleTickets
{
    private static readonly TicketPriority[] Priorities = Enum.GetValues<TicketPriority>();

    /// <summary>A ticket with so many events, in order, created in the year after <paramref name="from"/>.</summary>
    public static TicketEvent[] Ticket(int number, int events, Instant from)
    {
        var random = new Random(number);
        var at = from + Duration.FromMinutes(random.Next(365 * 24 * 60));
        var history = new TicketEvent[events];
        for (var i = 0; i < events; i++)
        {
            var (type, change) = i == 0
                ? (TicketEventType.Created, Opening(random))
                : i == events - 1 ? (TicketEventType.Resolved, Resolved) : Step(i, random);
            history[i] = new TicketEvent
            {
                TicketId = $"T-{number}",
                Source = "/helpdesk",
                Id = $"{number}-{i:0000}",
                Time = at,
                Type = type,
                TypeName = $"ticket.{type}",
                Change = change,
            };
            at += Duration.FromSeconds(random.Next(60, 6 * 60 * 60));
        }

        return history;
    }

    private static TicketChange Resolved { get; } = new() { Status = TicketStatus.Resolved, By = Actor.Agent, Agent = "li" };

    private static TicketChange Opening(Random random) => new()
    {
        Status = TicketStatus.New,
        Priority = Priorities[random.Next(Priorities.Length)],
        Emergency = random.Next(20) == 0,
        Title = "The printer is on fire",
        Customer = "acme",
        Category = "hardware",
        Tags = ["printer", "office"],
        Group = "support",
        By = Actor.Customer,
    };

    private static (TicketEventType Type, TicketChange Change) Step(int i, Random random) => (i % 12) switch
    {
        1 or 5 or 8 => (TicketEventType.Replied, new() { Status = TicketStatus.Pending, By = Actor.Agent, Agent = "li", Public = true }),
        2 or 6 or 9 => (TicketEventType.Replied, new() { Status = TicketStatus.Open, By = Actor.Customer, Public = true }),
        3 => (TicketEventType.Updated, new() { Priority = Priorities[random.Next(Priorities.Length)], By = Actor.Agent, Agent = "li" }),
        4 => (TicketEventType.Replied, new() { By = Actor.Agent, Agent = "wang", Public = false }),
        7 => (TicketEventType.Updated, new() { Assignee = "wang", By = Actor.Agent, Agent = "li" }),
        10 => (TicketEventType.Resolved, Resolved),
        11 => (TicketEventType.Reopened, new() { Status = TicketStatus.Open, By = Actor.Customer }),
        _ => (TicketEventType.Updated, new() { Status = TicketStatus.OnHold, By = Actor.Agent, Agent = "wang" }),
    };
}
