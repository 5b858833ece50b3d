using System.Text.RegularExpressions;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>A BCP 47 language tag: a language, and where it matters a script or a region.</summary>
internal sealed partial record LanguageTag(string Value)
{
    public const string Pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$";

    public static LanguageTag? TryParse(string text) => Form().IsMatch(text) ? new LanguageTag(text) : null;

    public override string ToString() => Value;

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
