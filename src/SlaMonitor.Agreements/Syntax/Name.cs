using System.Text.RegularExpressions;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>
/// What authors call agreements, calendars, targets and contacts. Names go into keys, addresses and file names, so they are plain.
/// </summary>
internal sealed partial record Name(string Value)
{
    public const string Pattern = @"^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$";

    public static Name? TryParse(string text) => Form().IsMatch(text) ? new Name(text) : null;

    public override string ToString() => Value;

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
