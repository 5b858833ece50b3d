using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using SlaMonitor.Agreements;
using SlaMonitor.Mails.Composition;

namespace SlaMonitor.Cli.Importing.Carrying;

/// <summary>Writes texts of an export into an agreement.</summary>
internal static partial class YamlText
{
    private const int LongestName = 64;
    private const int LongestComment = 1200;

    /// <summary>A value, in quotes where it needs them.</summary>
    public static string Of(string text) =>
        Plain().IsMatch(text) ? text : $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    /// <summary>One value, or a list of some.</summary>
    public static string OfList(IReadOnlyList<string> texts) =>
        texts is [var one] ? Of(one) : $"[{string.Join(", ", texts.Select(Of))}]";

    /// <summary>A comment, which is one line whatever is in it.</summary>
    public static string Comment(string text) => $"# {HarmlessText.Of(text, LongestComment)}";

    /// <summary>A name of calendars and targets out of what people call something: <c>gold-customers</c>.</summary>
    /// <param name="text">What people call it.</param>
    /// <param name="taken">The names that are taken; the new one is added.</param>
    public static string Name(string text, HashSet<string> taken)
    {
        var name = Apart().Replace(text.ToLowerInvariant(), "-").Trim('-', '.', '_');
        if (name.Length > LongestName - 4) name = name[..(LongestName - 4)].TrimEnd('-', '.', '_');
        if (!AgreementName.IsName(name)) name = "unnamed";

        var unique = name;
        for (var i = 2; !taken.Add(unique); i++) unique = $"{name}-{i}";
        return unique;
    }

    [GeneratedRegex(
        @"^[\p{L}\p{N}][\p{L}\p{N}_./@-]*( [\p{L}\p{N}_./@-]+)*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"[^\p{L}\p{N}._]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Apart();
}
