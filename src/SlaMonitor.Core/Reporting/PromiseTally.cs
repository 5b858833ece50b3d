using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting.Figures;

namespace SlaMonitor.Core.Reporting;

/// <summary>Says what one promise adds to the counts of a report.</summary>
internal static class PromiseTally
{
    public static PromiseCounts Of(in CountedPromise promise)
    {
        var counts = ByState(promise);
        return promise.Outcome.ComputedDue is null ? counts : WithAgreedDue(counts, promise.State, promise.StateWithoutAgreedDue);
    }

    private static PromiseCounts ByState(in CountedPromise promise) => promise.State switch
    {
        ClockState.Met => new PromiseCounts { Met = 1, SavedByExclusions = promise.SavedByExclusions ? 1 : 0 },
        ClockState.Breached => new PromiseCounts { Breached = 1 },
        ClockState.Cancelled => new PromiseCounts { Cancelled = 1 },
        _ => new PromiseCounts { Open = 1, AtRisk = promise.AtRisk ? 1 : 0 },
    };

    private static PromiseCounts WithAgreedDue(PromiseCounts counts, ClockState state, ClockState without) => (state, without) switch
    {
        (ClockState.Met, ClockState.Breached) => counts with { WithAgreedDue = 1, SavedByAgreedDue = 1 },
        (ClockState.Met, _) or (ClockState.Breached, ClockState.Breached) => counts with { WithAgreedDue = 1 },
        (ClockState.Breached, ClockState.Met) => counts with { WithAgreedDue = 1, BrokenByAgreedDue = 1 },
        (ClockState.Breached, _) => counts with { WithAgreedDue = 1, EarlyByAgreedDue = 1 },
        (ClockState.Running or ClockState.Paused, ClockState.Breached) => counts with { OpenByAgreedDue = 1 },
        _ => counts,
    };
}
