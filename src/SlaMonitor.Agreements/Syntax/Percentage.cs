using System.Globalization;
using System.Text.RegularExpressions;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>A share between 0% and 100%.</summary>
internal sealed partial record Percentage(decimal Value)
{
    public const string Pattern = @"^(100(\.0+)?|[0-9]{1,2}(\.[0-9]{1,6})?) ?%$";

    public static Percentage? TryParse(string text) =>
        Form().IsMatch(text) ? new Percentage(decimal.Parse(text.TrimEnd('%').TrimEnd(), CultureInfo.InvariantCulture)) : null;

    public override string ToString() => $"{Value}%";

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
