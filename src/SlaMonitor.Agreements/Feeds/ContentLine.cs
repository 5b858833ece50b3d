using System.Text.RegularExpressions;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>One line of an iCalendar text, put together again where it was folded: <c>NAME;PARAMETER=VALUE:value</c>.</summary>
/// <param name="Name">The property, in capitals.</param>
/// <param name="Parameters">Its parameters as they are written, each with its semicolon before it.</param>
/// <param name="Value">The value as it is written.</param>
internal sealed partial record ContentLine(string Name, string Parameters, string Value)
{
    /// <summary>The zone that the line names, or <c>null</c>.</summary>
    public string? Zone => TzId().Match(Parameters) is { Success: true } found ? found.Groups["id"].Value.Trim('"', ' ') : null;

    /// <summary>The value as a text: what the format escapes is written out.</summary>
    public string Text => Escape().Replace(Value, found => found.Value is "\\n" or "\\N" ? "\n" : found.Value[1..]).Trim();

    /// <summary>The line that a text is, or <c>null</c> where it is none: a long text that a program broke without folding it.</summary>
    public static ContentLine? Of(string line) => Form().Match(line) is { Success: true } found
        ? new ContentLine(found.Groups["name"].Value.ToUpperInvariant(), found.Groups["more"].Value, found.Groups["value"].Value)
        : null;

    /// <summary>The line in another zone. The id is quoted: that of a fixed distance from UTC has a colon, which would end it.</summary>
    public ContentLine InZone(string id) => this with { Parameters = TzId().Replace(Parameters, $";TZID=\"{id}\"") };

    public override string ToString() => $"{Name}{Parameters}:{Value}\r\n";

    [GeneratedRegex(
        """^(?<name>[A-Za-z0-9-]+)(?<more>(;[A-Za-z0-9-]+=("[^"]*"|[^":;]*)+)*):(?<value>.*)$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Form();

    [GeneratedRegex(
        """;TZID=(?<id>"[^"]*"|[^";:]*)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TzId();

    [GeneratedRegex(@"\\[\\;,nN]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
