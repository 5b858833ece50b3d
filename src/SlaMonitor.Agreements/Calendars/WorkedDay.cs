using System.Text.RegularExpressions;
using SlaMonitor.Agreements.Feeds;

namespace SlaMonitor.Agreements.Calendars;

/// <summary>
/// Tells the entries of a holiday feed that mark a worked day from those that mark a day off. Feeds for China carry both, as whole-day
/// entries that differ in nothing but a word.
/// </summary>
internal static partial class WorkedDay
{
    /// <summary>Apple's feeds say it outright: <c>WORK-HOLIDAY</c> is off, <c>ALTERNATE-WORKDAY</c> is worked.</summary>
    private const string AppleProperty = "X-APPLE-SPECIAL-DAY";

    /// <summary>
    /// Only the summary and the categories are read: the description of a day off often quotes the whole notice, make-up days and all.
    /// </summary>
    public static bool Marks(EventBlock entry)
    {
        if (entry.TextOf(AppleProperty) is { Length: > 0 } special)
            return special.Contains("WORKDAY", StringComparison.OrdinalIgnoreCase);

        return SaysWorked(entry.Title) || entry.TextsOf("CATEGORIES").SelectMany(text => text.Split(',')).Any(SaysWorked);
    }

    private static bool SaysWorked(string text) =>
        Worked().IsMatch(text) && !Off().IsMatch(text);

    /// <summary>班 and 上班; work, workday, working day. Not the workers of International Workers' Day.</summary>
    [GeneratedRegex(
        @"班|\bwork(ing|ed|[ -]?days?)?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Worked();

    /// <summary>The same words said of a day off: 不上班, 休班; no work, non-working day, off work.</summary>
    [GeneratedRegex(
        @"不上?班|休班|无班|\b(no|non|not|off|without)[ -]?(a )?work",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Off();
}
