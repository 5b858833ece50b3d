using NodaTime;

namespace SlaMonitor.Core.Clocks;

/// <summary>The one rule by which a promise is kept or broken.</summary>
internal static class ClockVerdict
{
    /// <summary>What has become of a promise: broken strictly after its due time, else what its end makes of it.</summary>
    /// <param name="now">As of when.</param>
    /// <param name="due">When it was due; <c>null</c> where nobody knows.</param>
    /// <param name="endedAt">When its clock ended, also where that is later; <c>null</c> while it goes on.</param>
    /// <param name="end">What ended it.</param>
    /// <returns><c>null</c> while it is open.</returns>
    public static ClockState? At(Instant now, Instant? due, Instant? endedAt, ClockEnd end)
    {
        Instant? ended = endedAt <= now ? endedAt : null;
        if (due < (ended ?? now)) return ClockState.Breached;
        if (ended is null) return null;

        return end == ClockEnd.Gone ? ClockState.Cancelled : ClockState.Met;
    }
}
