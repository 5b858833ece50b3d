using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting.Outcomes;

namespace SlaMonitor.Core.Reporting;

/// <summary>A promise that belongs into a report, and as what.</summary>
/// <param name="Outcome">The promise.</param>
/// <param name="State">Where it stands at the time of the report.</param>
/// <param name="DecidedOn">When it was decided, on the wall of its agreement's zone; <c>null</c> while it is open.</param>
/// <param name="SavedByExclusions">Whether it was kept, and would have been broken had nothing been excluded.</param>
/// <param name="StateWithoutAgreedDue">Where it would stand had no due time been agreed for its ticket.</param>
/// <param name="AtRisk">Whether it is open and has used most of its budget.</param>
public readonly record struct CountedPromise(
    ClockOutcome Outcome, ClockState State, LocalDateTime? DecidedOn, bool SavedByExclusions, ClockState StateWithoutAgreedDue, bool AtRisk)
{
    /// <summary>
    /// How much of the budget it used, in percent, once it was decided one way or the other; a broken one that goes on has used 100 at
    /// least.
    /// </summary>
    public decimal? UsedPercent => State switch
    {
        ClockState.Met => Share,
        ClockState.Breached when Outcome.EndedAt is not null => Math.Max(Share, 100),
        ClockState.Breached => 100,
        _ => null,
    };

    private decimal Share => Outcome.Budget.Ticks == 0 ? 0 : 100m * Outcome.Used.Ticks / Outcome.Budget.Ticks;
}
