using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Calendars.Compilation;

namespace SlaMonitor.Core.Reporting.Periods;

/// <summary>
/// The days that a report is about: a month, a quarter, a year, or a range of days. Days are wall days in the agreement's zone, and the
/// last one belongs to it.
/// </summary>
public sealed partial record ReportSpan
{
    // What comes before a span and after it is within what calendars know.
    private const int FirstYear = SupportedRange.FirstYear + 1;
    private const int LastYear = SupportedRange.LastYear - 2;

    private ReportSpan(LocalDate first, LocalDate last, ReportPeriod? unit) => (First, Last, Unit) = (first, last, unit);

    /// <summary>The first day.</summary>
    public LocalDate First { get; }

    /// <summary>The last day.</summary>
    public LocalDate Last { get; }

    /// <summary>Which unit of the calendar it is; <c>null</c> for a range of days.</summary>
    public ReportPeriod? Unit { get; }

    /// <summary>How many days it has.</summary>
    public int Days => Period.DaysBetween(First, Last) + 1;

    /// <summary>The span of the same length before it.</summary>
    public ReportSpan Previous => Unit is { } unit
        ? Containing(First.PlusDays(-1), unit)
        : new ReportSpan(First.PlusDays(-Days), First.PlusDays(-1), null);

    /// <summary>The month, quarter or year that a day belongs to.</summary>
    public static ReportSpan Containing(LocalDate day, ReportPeriod unit)
    {
        var (first, months) = unit switch
        {
            ReportPeriod.Month => (new LocalDate(day.Year, day.Month, 1), 1),
            ReportPeriod.Quarter => (new LocalDate(day.Year, day.Month - ((day.Month - 1) % 3), 1), 3),
            _ => (new LocalDate(day.Year, 1, 1), 12),
        };
        return new ReportSpan(first, first.PlusMonths(months).PlusDays(-1), unit);
    }

    /// <summary>A range of days.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public static ReportSpan Between(LocalDate first, LocalDate last) => first <= last
        ? new ReportSpan(first, last, null)
        : throw new ArgumentException($"{last:uuuu-MM-dd} is before {first:uuuu-MM-dd}.", nameof(last));

    /// <summary>Reads <c>2026-10</c>, <c>2026-Q4</c>, <c>2026</c> or <c>2026-10-05..2026-11-04</c>.</summary>
    /// <returns>The span, or <c>null</c> where the text is none, or lies outside the years that calendars know.</returns>
    public static ReportSpan? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        if (text.Split("..") is [var from, var to])
            return DayOf(from) is { } first && DayOf(to) is { } last && first <= last ? Between(first, last) : null;

        if (Form().Match(text) is not { Success: true } form || NumberOf(form, "year") is not (>= FirstYear and <= LastYear and var year))
            return null;
        if (form.Groups["quarter"].Success)
            return Containing(new LocalDate(year, (NumberOf(form, "quarter") * 3) - 2, 1), ReportPeriod.Quarter);
        if (!form.Groups["month"].Success) return Containing(new LocalDate(year, 1, 1), ReportPeriod.Year);

        return NumberOf(form, "month") is >= 1 and <= 12 and var month
            ? Containing(new LocalDate(year, month, 1), ReportPeriod.Month)
            : null;
    }

    /// <summary>Whether a day belongs to it.</summary>
    public bool Contains(LocalDate day) => First <= day && day <= Last;

    /// <summary>The time that it covers in a zone. Half-open.</summary>
    public Interval In(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new Interval(zone.AtStartOfDay(First).ToInstant(), zone.AtStartOfDay(Last.PlusDays(1)).ToInstant());
    }

    /// <summary>The months, quarters or years that lie in it whole, in order.</summary>
    public IReadOnlyList<ReportSpan> Whole(ReportPeriod unit)
    {
        var spans = new List<ReportSpan>();
        for (var span = Containing(First, unit); span.Last <= Last; span = Containing(span.Last.PlusDays(1), unit))
        {
            if (span.First >= First) spans.Add(span);
        }

        return spans;
    }

    /// <summary>The span as addresses and files write it, and as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => Unit switch
    {
        ReportPeriod.Month => First.ToString("uuuu-MM", CultureInfo.InvariantCulture),
        ReportPeriod.Quarter => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-Q{((First.Month - 1) / 3) + 1}"),
        ReportPeriod.Year => First.ToString("uuuu", CultureInfo.InvariantCulture),
        _ => $"{LocalDatePattern.Iso.Format(First)}..{LocalDatePattern.Iso.Format(Last)}",
    };

    private static LocalDate? DayOf(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } day } ? day : null;

    private static int NumberOf(Match form, string group) => int.Parse(form.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?<year>[0-9]{4})(-(?<month>[0-9]{2})|-[Qq](?<quarter>[1-4]))?\\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
