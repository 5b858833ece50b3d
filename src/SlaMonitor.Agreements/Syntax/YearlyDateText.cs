using System.Text.RegularExpressions;
using NodaTime.Text;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>A date of every year: <c>12-24</c>, <c>last fri of november</c>.</summary>
internal static partial class YearlyDateText
{
    public const string Pattern =
        "^([01][0-9]-[0-3][0-9]|(first|second|third|fourth|last) (mon|tue|wed|thu|fri|sat|sun) of "
        + "(january|february|march|april|may|june|july|august|september|october|november|december))$";

    public static YearlyDate? TryParse(string text)
    {
        if (AnnualDatePattern.Iso.Parse(text).TryGetValue(default, out var date)) return new YearlyDate.OnDay(date);

        var match = Weekday().Match(text);
        var (which, month) = (
            IndexOf(YearlyDate.OnWeekday.Ordinals, match.Groups["which"].Value),
            IndexOf(YearlyDate.OnWeekday.Months, match.Groups["month"].Value));
        return match.Success && which > 0 && month > 0 && WeekdayNames.Find(match.Groups["day"].Value) is { } day
            ? new YearlyDate.OnWeekday(which, day, month)
            : null;
    }

    /// <summary>Where a word stands in a list, from 1; 0 where it does not.</summary>
    private static int IndexOf(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (string.Equals(words[i], word, StringComparison.OrdinalIgnoreCase)) return i + 1;
        }

        return 0;
    }

    [GeneratedRegex(
        "^(?<which>[a-z]+) (?<day>[a-z]+) of (?<month>[a-z]+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Weekday();
}
