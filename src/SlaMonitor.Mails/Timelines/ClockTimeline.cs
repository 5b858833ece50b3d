using NodaTime;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Mails.Timelines;

/// <summary>
/// A clock as a line in time: what was counted, what was not and why, and when it is due. One drawing for the terminal and for pages.
/// </summary>
public sealed record ClockTimeline
{
    /// <summary>The clock, explained.</summary>
    public required ClockExplanation Explanation { get; init; }

    /// <summary>The first instant that is drawn: when the clock began.</summary>
    public required Instant From { get; init; }

    /// <summary>The last instant that is drawn: whatever is latest of the due time, the end and the present.</summary>
    public required Instant To { get; init; }

    /// <summary>The line, without gaps, in order.</summary>
    public required IReadOnlyList<TimelineSpan> Spans { get; init; }

    /// <summary>What happened or will happen at one instant, in order.</summary>
    public required IReadOnlyList<TimelineMark> Marks { get; init; }

    /// <summary>Draws a clock.</summary>
    public static ClockTimeline Of(ClockExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);

        var clock = explanation.Clock;
        var marks = new List<TimelineMark>();
        if (clock.DueAt is { } due) marks.Add(new TimelineMark(due, TimelineMarkKind.Due));
        marks.Add(explanation.EndedAt is { } at
            ? new TimelineMark(at, TimelineMarkKind.Ended)
            : new TimelineMark(explanation.AsOf, TimelineMarkKind.Now));
        var to = marks.Max(mark => mark.At);
        if (to <= clock.StartedAt) to = clock.StartedAt + Duration.FromSeconds(1);

        return new ClockTimeline
        {
            Explanation = explanation,
            From = clock.StartedAt,
            To = to,
            Spans = [.. Line(explanation, clock.StartedAt, to)],
            Marks = [.. marks.OrderBy(mark => mark.At)],
        };
    }

    /// <summary>Where an instant stands on the line: 0 at its beginning, 1 at its end.</summary>
    public double ShareOf(Instant at) => (at - From).TotalSeconds / (To - From).TotalSeconds;

    private static IEnumerable<TimelineSpan> Line(ClockExplanation explanation, Instant from, Instant to)
    {
        var named = explanation.Counted.Select(span => new TimelineSpan(span.From, span.To, TimelineKind.Counted))
            .Concat(explanation.Held.Select(held => new TimelineSpan(
                held.From, held.To is { } end && end < explanation.AsOf ? end : explanation.AsOf, TimelineKind.Held)))
            .Concat(explanation.Exclusions.Select(one => new TimelineSpan(
                Instant.Max(one.Span.Start, from), Instant.Min(one.Span.End, to), TimelineKind.Excluded)))
            .Concat(ToCome(explanation, to))
            .OrderBy(span => span.From);
        var reached = from;
        foreach (var span in named)
        {
            if (span.From > reached) yield return new TimelineSpan(reached, span.From, TimelineKind.Closed);

            var begin = Instant.Max(span.From, reached);
            if (span.To <= begin) continue;

            yield return span with { From = begin };
            reached = span.To;
        }

        var ended = explanation.EndedAt ?? to;
        if (reached < ended) yield return new TimelineSpan(reached, ended, TimelineKind.Closed);
        if (ended < to) yield return new TimelineSpan(Instant.Max(reached, ended), to, TimelineKind.After);
    }

    /// <summary>The open time between the present and the due time of a clock that goes on.</summary>
    private static IEnumerable<TimelineSpan> ToCome(ClockExplanation explanation, Instant to) =>
        explanation.State != ClockState.Running || to <= explanation.AsOf
            ? []
            : explanation.Clock.Target.Counting.OpenIntervals(explanation.AsOf, to)
                .Select(open => new TimelineSpan(open.Start, open.End, TimelineKind.ToCome));
}
