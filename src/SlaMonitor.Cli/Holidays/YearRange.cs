using System.Globalization;

namespace SlaMonitor.Cli.Holidays;

/// <summary>A year, <c>2026</c>, or several in a row, <c>2026-2028</c>; both ends belong to them.</summary>
internal readonly record struct YearRange(int First, int Last)
{
    /// <summary>Nobody knows more than that: laws change, and some holidays are announced from year to year.</summary>
    private const int Most = 20;

    /// <summary>Calendars know no other years.</summary>
    private const int Earliest = 1950;
    private const int Latest = 2119;

    /// <returns>The years, or <c>null</c> where the text is none.</returns>
    public static YearRange? TryParse(string text)
    {
        var ends = text.Split('-');
        if (ends.Length > 2 || Year(ends[0]) is not { } first || Year(ends[^1]) is not { } last) return null;
        return first <= last && last - first < Most ? new YearRange(first, last) : null;
    }

    /// <summary>The years as they are written.</summary>
    public override string ToString() => First == Last
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");

    private static int? Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= Earliest and <= Latest
            ? year
            : null;
}
