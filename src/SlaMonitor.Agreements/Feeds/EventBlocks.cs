using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>
/// Cuts an iCalendar text into its events. Each is then read for itself, because the parser does not say where in a text it is:
/// so a mistake has its line.
/// </summary>
internal static class EventBlocks
{
    private const string BeginCalendar = "BEGIN:VCALENDAR";
    private const string EndCalendar = "END:VCALENDAR";
    private const string Begin = "BEGIN:VEVENT";
    private const string End = "END:VEVENT";

    public static IReadOnlyList<EventBlock> Of(string file, string text, Problems problems)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var (first, last) =
            (Array.FindIndex(lines, line => line.Trim().Length > 0), Array.FindLastIndex(lines, line => line.Trim().Length > 0));
        if (first < 0 || !Is(lines[first], BeginCalendar))
        {
            var found = first < 0 ? "it is empty" : $"it begins with '{Sentences.Shown(lines[first].Trim())}'";
            problems.Error(At(Math.Max(first, 0)), $"this is no iCalendar file, which begins with {BeginCalendar}; {found}");
            return [];
        }

        var (events, open) = Components(lines, Begin, End);
        if (open is { } begun)
            problems.Error(At(begun), $"this event is never ended by {End}; has the file been cut short?");
        else if (!Is(lines[last], EndCalendar))
            problems.Error(At(last), $"the file does not end with {EndCalendar}; has it been cut short?");
        else if (events.Count == 0)
            problems.Error(At(first), "there is no event in this calendar");

        var zones = ZonesBroughtAlong.Of(
            Components(lines, "BEGIN:VTIMEZONE", "END:VTIMEZONE").Whole.Select(IReadOnlyList<string> (zone) => zone.Lines));
        return [.. events.Select(one => new EventBlock(At(one.First), EventRepairs.Of(ContentLines.Of(one.Lines), zones)))];

        Place At(int line) => new(file, line + 1, 1);
    }

    /// <summary>The components of a kind, each with its first line's index, and the index of one that is never ended.</summary>
    private static (IReadOnlyList<(int First, ArraySegment<string> Lines)> Whole, int? Open) Components(
        string[] lines, string begin, string end)
    {
        var whole = new List<(int, ArraySegment<string>)>();
        int? begun = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (Is(lines[i], begin)) begun = i;
            if (begun is not { } first || !Is(lines[i], end)) continue;

            whole.Add((first, new ArraySegment<string>(lines, first, i - first + 1)));
            begun = null;
        }

        return (whole, begun);
    }

    private static bool Is(string line, string what) => string.Equals(line.TrimEnd(), what, StringComparison.OrdinalIgnoreCase);
}
