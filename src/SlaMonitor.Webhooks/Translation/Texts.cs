using SlaMonitor.Monitoring.Ingestion;

namespace SlaMonitor.Webhooks.Translation;

/// <summary>Bounds on what others wrote. A long title is no reason to lose an event: it is cut.</summary>
internal static class Texts
{
    public const int LongestTitle = 1024;
    public const int MostTags = 100;

    private const int LongestWord = 60;

    public static string? Clip(string? text, int longest = EventRules.LongestName)
    {
        if (text is null || text.Length <= longest) return text;

        // Half a surrogate pair is no character, and no store takes one.
        return char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest];
    }

    /// <summary>A word as it may stand in a log: one line, and not much of it.</summary>
    public static string OneLine(string text) =>
        string.Concat(Clip(text, LongestWord)!.Select(character => char.IsControl(character) ? ' ' : character));
}
