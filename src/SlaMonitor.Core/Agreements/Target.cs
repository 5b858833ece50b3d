using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Agreements;

/// <summary>One promise of an agreement: a <see cref="Metric"/> kept within a budget of open time.</summary>
public sealed record Target
{
    /// <summary>The target's name in its agreement; part of every clock's and escalation's identity.</summary>
    public required string Id { get; init; }

    /// <summary>What is promised.</summary>
    public required Metric Metric { get; init; }

    /// <summary>Which tickets it is promised for. The first target that matches, in file order, wins for each metric.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>From when on it counts. Not for an agreement's own metrics, which say so themselves.</summary>
    public CountsFrom From { get; init; }

    /// <summary>How much open time of <see cref="Calendar"/> the promise may take.</summary>
    public required BusinessDuration Within { get; init; }

    /// <summary>The opening hours that were promised.</summary>
    public required BusinessCalendar Calendar { get; init; }

    /// <summary>When the clock counts: <see cref="Calendar"/> without the agreement's exclusions.</summary>
    public BusinessCalendar Counting
    {
        get => field ?? Calendar;
        init;
    }

    /// <summary>How it is for the tickets of some sites; <c>null</c> where it is the same for all.</summary>
    public SiteTargets? Sites { get; init; }

    /// <summary>Which site's target this is, as in <c>site is berlin</c>; <c>null</c> where it is of none.</summary>
    public string? Site { get; init; }

    /// <summary>The target as it is for a ticket.</summary>
    /// <param name="facts">The ticket.</param>
    public Target For(TicketFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Sites is { } sites && facts.Fields.TryGetValue(sites.Field, out var value) && sites.ByValue.TryGetValue(value, out var own)
            ? own
            : this;
    }

    /// <summary>Whether the pausing statuses stop this clock.</summary>
    public required bool Pauses { get; init; }

    /// <summary>Whether a due time that was agreed for one ticket (<see cref="Tickets.AgreedDue"/>) counts, and not the budget.</summary>
    public bool AllowsAgreedDue { get; init; }

    /// <summary>
    /// Whether the message that opens a ticket starts a <see cref="Metric.NextResponse"/> cycle too, beside the first response. Most
    /// agreements hold one message to one promise; Zammad counts it twice.
    /// </summary>
    public bool CountsOpening { get; init; }
}
