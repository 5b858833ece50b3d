using NodaTime;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Reporting.Outcomes;

/// <summary>The open time that a clock did not count until it was decided, and what took it.</summary>
/// <param name="Held">What statuses took.</param>
/// <param name="Excluded">What exclusions took of the rest.</param>
internal readonly record struct LostTime(HeldTimes Held, BusinessDuration Excluded)
{
    /// <summary>
    /// Adds up what a clock lost. What comes after its due time changes nothing any more and is left out; a hold that goes on is left out
    /// as well, because nobody knows how long it will be.
    /// </summary>
    public static LostTime Of(Clock clock)
    {
        var (held, excluded) = (default(HeldTimes), BusinessDuration.Zero);
        Instant? decided = clock.DueAt < clock.EndedAt ? clock.DueAt : clock.EndedAt ?? clock.DueAt;
        foreach (var stretch in clock.Stretches)
        {
            var to = decided < stretch.To ? decided : stretch.To ?? decided;
            if (to is not { } end || end <= stretch.From) continue;

            var counting = clock.Target.Counting.Elapsed(stretch.From, end);
            if (stretch.HeldBy is { } status) held = held.With(status, counting);
            else if (clock.Agreement.Exclusions.Count > 0) excluded += clock.Target.Calendar.Elapsed(stretch.From, end) - counting;
        }

        return new LostTime(held, excluded);
    }
}
