using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>
/// A duration as people write it: <c>15m</c>, <c>4h</c>, <c>1h30m</c>, <c>2d 4h</c>. Days are kept apart, because how long a working day is
/// depends on the calendar that counts it.
/// </summary>
internal sealed partial record DurationText(int Days, long Seconds)
{
    /// <summary>The pattern, for patterns that it is a part of.</summary>
    public const string Form =
        @"(?=.)(?<days>[0-9]{1,4}d)? ?(?<hours>[0-9]{1,6}h)? ?(?<minutes>[0-9]{1,6}m)? ?(?<seconds>[0-9]{1,6}s)?";

    public const string Pattern = "^" + Form + "$";

    public static DurationText? TryParse(string text)
    {
        var match = Expression().Match(text);
        if (!match.Success || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) return null;
        return new DurationText(
            Number(match, "days"),
            (Number(match, "hours") * 3600L) + (Number(match, "minutes") * 60L) + Number(match, "seconds"));
    }

    /// <summary>The duration with days of a given length.</summary>
    public long TotalSeconds(long secondsPerDay) => (Days * secondsPerDay) + Seconds;

    /// <summary>The duration in real time, where a day has 24 hours.</summary>
    public Duration Elapsed => Duration.FromSeconds(TotalSeconds(NodaConstants.SecondsPerDay));

    public override string ToString()
    {
        var text = new StringBuilder();
        Append(Days, 'd');
        Append(Seconds / 3600, 'h');
        Append(Seconds / 60 % 60, 'm');
        Append(Seconds % 60, 's');
        return text.Length == 0 ? "0m" : text.ToString();

        void Append(long amount, char unit)
        {
            if (amount > 0) text.Append(amount).Append(unit);
        }
    }

    private static int Number(Match match, string unit) =>
        match.Groups[unit].Success ? int.Parse(match.Groups[unit].ValueSpan[..^1], CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();
}
