using NodaTime;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Composition;

/// <summary>What a clock counted and what it did not, a line each, in the reader's zone.</summary>
public sealed record Spent
{
    private const int MostSpans = 6;
    private const int LongestText = 200;

    /// <summary>How much of the budget is counted.</summary>
    public required string Total { get; init; }

    /// <summary>The same in percent of the budget, 0 to 100.</summary>
    public required int Percent { get; init; }

    /// <summary>What was counted.</summary>
    public required IReadOnlyList<SpentLine> Counted { get; init; }

    /// <summary>When the clock was held, and by which status.</summary>
    public required IReadOnlyList<SpentLine> Held { get; init; }

    /// <summary>What was excluded, why and by whom.</summary>
    public required IReadOnlyList<SpentLine> Excluded { get; init; }

    /// <summary>Puts an explanation's account into words.</summary>
    public static Spent Of(ClockExplanation explanation, Wording wording, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(wording);

        var within = explanation.Clock.Target.Within;
        return new Spent
        {
            Total = wording.CountedOf(explanation.Elapsed, within),
            Percent = within <= explanation.Elapsed ? 100 : (int)(100 * explanation.Elapsed.Ticks / within.Ticks),
            Counted = Spans(explanation.Counted, wording, zone),
            Held =
            [
                .. explanation.Held.Select(held => new SpentLine(
                    Range(held.From, held.To, wording, zone), wording.HeldBy(explanation.Clock, held))),
            ],
            Excluded = [.. explanation.Exclusions.Select(excluded => new SpentLine(
                Range(excluded.Span.Start, excluded.Span.End, wording, zone),
                HarmlessText.Of($"{excluded.Reason}, {excluded.ApprovedBy}", LongestText)))],
        };
    }

    private static List<SpentLine> Spans(IReadOnlyList<CountedSpan> spans, Wording wording, DateTimeZone zone)
    {
        var shown = spans.Skip(Math.Max(0, spans.Count - MostSpans))
            .Select(span => new SpentLine(Range(span.From, span.To, wording, zone), wording.Of(span.Length)))
            .ToList();
        var hidden = spans.Count - shown.Count;
        if (hidden > 0)
            shown.Insert(
                0,
                new SpentLine(
                    wording.EarlierSpans(hidden),
                    wording.Of(spans.Take(hidden).Aggregate(BusinessDuration.Zero, (sum, span) => sum + span.Length))));

        return shown;
    }

    private static string Range(Instant from, Instant? to, Wording wording, DateTimeZone zone)
    {
        var start = from.InZone(zone);
        if (to?.InZone(zone) is not { } end) return $"{wording.Of(start)} –";

        return end.Date == start.Date
            ? $"{wording.Of(start)}–{end.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)}"
            : $"{wording.Of(start)} – {wording.Of(end)}";
    }
}
