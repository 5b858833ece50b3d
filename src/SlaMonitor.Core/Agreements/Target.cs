using SlaMonitor.Core.Calendars;

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
