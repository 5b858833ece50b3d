
using SlaMonitor.CloudEvents;

namespace SlaMonitor.Webhooks.Translation;

/// <summary>What others wrote, as it may stand in a log.</summary>
internal static class Texts
{
    private const int LongestWord = 60;

    /// <summary>A word on one line, and not much of it.</summary>
    public static string OneLine(string text) =>
        string.Concat(Clipping.Cut(text, LongestWord).Select(character => char.IsControl(character) ? ' ' : character));
}
