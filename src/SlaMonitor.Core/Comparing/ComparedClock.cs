using NodaTime;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Comparing;

/// <summary>What one promise came to under some terms, without the log that it was worked out from.</summary>
/// <param name="Target">The target.</param>
/// <param name="Version">The agreement and its version, as in <c>support v2</c>.</param>
/// <param name="State">Where the clock stands.</param>
/// <param name="Budget">The budget.</param>
/// <param name="Elapsed">What was counted.</param>
/// <param name="Open">For how long the calendar was open between start and end.</param>
/// <param name="Excluded">How long agreed exclusions were in that time, in real time: other opening hours do not change it.</param>
/// <param name="Held">For how long pauses stopped the clock, in real time.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; <c>null</c> where it goes on.</param>
/// <param name="DueAt">When it is due, as far as is known.</param>
/// <param name="HasAgreedDue">Whether that was agreed for the ticket.</param>
public sealed record ComparedClock(
    string Target, string Version, ClockState State, BusinessDuration Budget, BusinessDuration Elapsed, BusinessDuration Open,
    Duration Excluded, Duration Held, Instant StartedAt, Instant? EndedAt, Instant? DueAt, bool HasAgreedDue)
{
    /// <summary>Takes what there is to compare of a clock.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="asOf">As of when.</param>
    public static ComparedClock Of(Clock clock, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(clock);

        var ended = clock.EndedAt <= asOf ? clock.EndedAt : null;
        var until = ended ?? asOf;
        var open = clock.Target.Calendar.Elapsed(clock.StartedAt, until);
        return new ComparedClock(
            clock.Target.Id, $"{clock.Agreement.Id} v{clock.Agreement.Version}", clock.StateAt(asOf), clock.Target.Within,
            clock.ElapsedAt(asOf), open, ExcludedFrom(clock, until), HeldFrom(clock, until), clock.StartedAt, ended, clock.DueAt,
            clock.AgreedDue is not null);
    }

    private static Duration ExcludedFrom(Clock clock, Instant until) => Sum(clock.Agreement.Exclusions
        .Select(exclusion => Overlap(exclusion.Span.Start, exclusion.Span.End, clock.StartedAt, until)));

    private static Duration HeldFrom(Clock clock, Instant until) => Sum(clock.Stretches
        .Where(stretch => !stretch.Counts)
        .Select(stretch => Overlap(stretch.From, stretch.To ?? until, clock.StartedAt, until)));

    private static Duration Overlap(Instant from, Instant to, Instant begin, Instant end) =>
        Duration.Max(Duration.Zero, Instant.Min(to, end) - Instant.Max(from, begin));

    private static Duration Sum(IEnumerable<Duration> durations) => durations.Aggregate(Duration.Zero, (sum, one) => sum + one);
}
