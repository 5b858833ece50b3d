using System.Text.RegularExpressions;

namespace SlaMonitor.Webhooks.Freshdesk;

/// <summary>
/// Freshdesk's own account of what set a rule off. It looks like JSON and is not: <c>{status:{from:4,to:6}}</c>, <c>{note_type:public}</c>.
/// </summary>
/// <param name="Name">What changed: <c>status</c>, <c>priority</c>, <c>note_type</c>, <c>ticket_action</c>…</param>
/// <param name="From">The number before, for a change.</param>
/// <param name="To">The number or word after.</param>
internal sealed partial record TriggeredEvent(string Name, string? From, string To)
{
    private const int Longest = 1000;

    /// <summary>Reads all that a text tells; nothing where it is of another form.</summary>
    public static IReadOnlyList<TriggeredEvent> Read(string? text) => text is not { Length: <= Longest }
        ? []
        : [.. Form().Matches(text).Select(match => new TriggeredEvent(
            match.Groups["name"].Value,
            match.Groups["from"] is { Success: true, Length: > 0 } from ? from.Value : null,
            match.Groups["to"].Value))];

    [GeneratedRegex(
        @"(?<name>[a-z_]+):(?:\{from:(?<from>[^,{}]*),\s*to:(?<to>[^,{}]+)\}|(?<to>[^,{}:]+))",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
