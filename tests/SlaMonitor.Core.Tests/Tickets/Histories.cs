using CsCheck;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Tickets;

/// <summary>Logs of one ticket, sensible or not.</summary>
internal static class Histories
{
    /// <summary>What some events tell of the creation and of people, the rest of them nothing.</summary>
    private static readonly Gen<TicketChange> AnyOrigin = Gen.Select(
        Gen.Int[0, 400], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Bool,
        (quarters, teller, person, others) => new TicketChange
        {
            CreatedAt = teller == 0 ? At("03-02 08:00") + QuarterHours(quarters) : null,
            Requesters = teller == 1 ? ["casey", "casey@example.org"] : null,
            Author = person switch { 0 => "casey", 1 => "sam", _ => null },
            OthersAreAgents = person < 2 && others ? true : null,
        });

    /// <summary>Where some events say that the ticket is, and what they say of its fields; an empty name takes it away again.</summary>
    private static readonly Gen<TicketChange> AnyWhereabouts = Gen.Select(
        AnyOrigin, Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 5],
        (origin, group, assignee, field) => origin with
        {
            Group = group switch { 0 => "first", 1 => "second", 2 => string.Empty, _ => null },
            Assignee = assignee switch { 0 => "li", 1 => "wang", 2 => string.Empty, _ => null },
            Fields = field switch
            {
                0 => new Dictionary<string, string> { ["workaround"] = "provided" },
                1 => new Dictionary<string, string> { ["Workaround"] = string.Empty },
                2 => new Dictionary<string, string> { ["seats"] = "7" },
                _ => null,
            },
        });

    private static readonly Gen<TicketChange> AnyChange = Gen.Select(
        Gen.Enum<TicketStatus>().Nullable(), Gen.Enum<TicketPriority>().Nullable(), Gen.Enum<Actor>().Nullable(), Gen.Bool.Nullable(),
        AnyWhereabouts,
        (status, priority, by, isPublic, origin) =>
            origin with { Status = status, Priority = priority, By = by, Public = isPublic });

    /// <summary>Up to a dozen events on a coarse grid of time, so that events at the same instant are common.</summary>
    public static readonly Gen<TicketEvent[]> Any = Gen.Select(Gen.Enum<TicketEventType>(), Gen.Int[0, 400], AnyChange).Array[1, 12]
        .Select(drafts =>
            drafts
                .Select(draft => Event(draft.Item1, At("03-02 08:00") + QuarterHours(draft.Item2), draft.Item3))
                .Select(Numbered)
                .ToArray());

    /// <summary>A ticket's log and an instant from before its first event to long after its last.</summary>
    public static readonly Gen<(TicketEvent[] Log, Instant Now)> AnyMoment =
        Gen.Select(Any, Gen.Int[-10, 800].Select(quarters => At("03-02 08:00") + QuarterHours(quarters)));

    /// <summary>A ticket that was created and then lived through hundreds of events, many of them at the same instant.</summary>
    public static readonly Gen<Ticket> AnyLongTicket = Gen.Select(Gen.Enum<TicketEventType>(), Gen.Int[0, 3], AnyChange).Array[200, 400]
        .Select(drafts =>
        {
            var at = At("03-02 08:00");
            var later = drafts
                .Where(draft => draft.Item1 != TicketEventType.Created)
                .Select(draft => Event(draft.Item1, at += QuarterHours(draft.Item2), draft.Item3));
            TicketEvent[] events = [Event(TicketEventType.Created, at, TicketChange.None), .. later];
            return Ticket.Fold([.. events.Select(Numbered)])!;
        });

    private static Duration QuarterHours(int quarters) => Duration.FromMinutes(15 * quarters);

    private static TicketEvent Event(TicketEventType type, Instant at, TicketChange change) =>
        new()
        {
            TicketId = "T-1",
            Source = "/test",
            Id = string.Empty,
            Type = type,
            TypeName = type.ToString(),
            Time = at,
            Change = change,
        };

    private static TicketEvent Numbered(TicketEvent e, int number) => e with { Id = $"e{number:000}" };
}
