using NodaTime;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Tuning;

/// <summary>The smallest budget under which a promise would not have been broken.</summary>
public static class NeededBudget
{
    /// <summary>
    /// In whole minutes, which is how agreements write budgets, and at least one. It follows from what the clock had counted when it ended:
    /// where it ended while the calendar was closed, a budget of just that would have been due at closing time before, and one more minute
    /// is needed.
    /// </summary>
    /// <param name="clock">The clock. One with an agreed due time does not depend on its budget.</param>
    /// <param name="asOf">As of when.</param>
    public static long MinutesOf(Clock clock, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(clock);

        var until = clock.EndedAt is { } ended && ended < asOf ? ended : asOf;
        var counted = clock.ElapsedAt(until).Ticks;
        var minutes = Math.Max(1, (counted + NodaConstants.TicksPerMinute - 1) / NodaConstants.TicksPerMinute);
        return clock.WhenElapsed(BusinessDuration.FromMinutes(minutes)) < until ? minutes + 1 : minutes;
    }
}
