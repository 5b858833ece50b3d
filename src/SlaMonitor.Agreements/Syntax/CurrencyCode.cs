using System.Text.RegularExpressions;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>The code of a currency, in the form of ISO 4217.</summary>
internal sealed partial record CurrencyCode(string Value)
{
    public const string Pattern = "^[A-Z]{3}$";

    public static CurrencyCode? TryParse(string text) => Form().IsMatch(text) ? new CurrencyCode(text) : null;

    public override string ToString() => Value;

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
