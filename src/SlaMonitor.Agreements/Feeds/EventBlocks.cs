using System.Text;
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

        var blocks = new List<EventBlock>();
        StringBuilder? block = null;
        var begun = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (Is(lines[i], Begin)) (block, begun) = (new StringBuilder(), i);
            block?.Append(lines[i]).Append("\r\n");
            if (block is null || !Is(lines[i], End)) continue;

            blocks.Add(new EventBlock(At(begun), block.ToString()));
            block = null;
        }

        if (block is not null)
            problems.Error(At(begun), $"this event is never ended by {End}; has the file been cut short?");
        else if (!Is(lines[last], EndCalendar))
            problems.Error(At(last), $"the file does not end with {EndCalendar}; has it been cut short?");
        else if (blocks.Count == 0)
            problems.Error(At(first), "there is no event in this calendar; each event says who is on call");
        return blocks;

        Place At(int line) => new(file, line + 1, 1);
    }

    private static bool Is(string line, string what) => string.Equals(line.TrimEnd(), what, StringComparison.OrdinalIgnoreCase);
}
