using System.Globalization;
using System.Text;
using NodaTime;

namespace SlaMonitor.Mails.Timelines;

/// <summary>A timeline in characters, for a terminal: a bar, what the marks below it mean, and what its characters mean.</summary>
public static class TimelineText
{
    private static readonly (TimelineKind Kind, char Sign)[] Signs =
    [
        (TimelineKind.Counted, '█'), (TimelineKind.ToCome, '▒'), (TimelineKind.Held, '='), (TimelineKind.Excluded, 'x'),
        (TimelineKind.Closed, '·'), (TimelineKind.After, ' '),
    ];

    /// <summary>Draws a timeline.</summary>
    /// <param name="timeline">The timeline.</param>
    /// <param name="width">How many characters the bar has.</param>
    /// <param name="language">The language of the words.</param>
    /// <returns>Lines, the last one without its end.</returns>
    public static string Of(ClockTimeline timeline, int width, string language)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 10);

        var words = TimelineWords.For(language);
        var zone = timeline.Explanation.Clock.Target.Calendar.Zone;
        var text = new StringBuilder();
        var begin = TimelineWords.Moment(timeline.From, zone);
        text.AppendLine(CultureInfo.InvariantCulture, $"{begin}  {Bar(timeline, width)}  {TimelineWords.Moment(timeline.To, zone)}");
        foreach (var mark in timeline.Marks)
        {
            text.Append(' ', begin.Length + 2 + Column(timeline, mark.At, width))
                .Append("^ ").Append(words.Of(mark.Kind)).Append(' ').AppendLine(TimelineWords.Moment(mark.At, zone));
        }

        var used = timeline.Spans.Select(span => span.Kind).ToHashSet();
        var legend = Signs.Index().Where(sign => sign.Item.Sign != ' ' && used.Contains(sign.Item.Kind))
            .Select(sign => $"{sign.Item.Sign} {words.Kinds[sign.Index]}");
        return text.AppendJoin("  ", legend).ToString();
    }

    /// <summary>
    /// Each character stands for what takes most of its time, but for a span that is shorter than a character: it is shown all the same.
    /// </summary>
    private static string Bar(ClockTimeline timeline, int width)
    {
        var bar = new StringBuilder(width);
        var step = (timeline.To - timeline.From) / width;
        for (var i = 0; i < width; i++)
        {
            var (begin, end) = (timeline.From + (step * i), timeline.From + (step * (i + 1)));
            var most = timeline.Spans.Select(span => (span.Kind, Length: Instant.Min(span.To, end) - Instant.Max(span.From, begin)))
                .Where(part => part.Length > Duration.Zero)
                .GroupBy(part => part.Kind, part => part.Length)
                .MaxBy(parts => parts.Aggregate(Duration.Zero, (sum, length) => sum + length))?.Key;
            if (timeline.Spans.Any(span => span.Kind == TimelineKind.Counted && span.From >= begin && span.To <= end))
                most = TimelineKind.Counted;

            bar.Append(Signs.First(sign => sign.Kind == (most ?? TimelineKind.Closed)).Sign);
        }

        return bar.ToString();
    }

    private static int Column(ClockTimeline timeline, Instant at, int width) =>
        Math.Clamp((int)(timeline.ShareOf(at) * width), 0, width - 1);
}
