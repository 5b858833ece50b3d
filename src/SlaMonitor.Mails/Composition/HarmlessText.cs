using System.Globalization;
using System.Text;

namespace SlaMonitor.Mails.Composition;

/// <summary>
/// What strangers wrote, as it may stand in a mail: one line of bounded length that cannot pass for another line or turn the text around.
/// </summary>
public static class HarmlessText
{
    private static readonly Rune ZeroWidthNonJoiner = new('\u200C');
    private static readonly Rune ZeroWidthJoiner = new('\u200D');

    /// <summary>
    /// Makes white space and control characters one space each run, drops invisible format characters, and cuts with an ellipsis.
    /// </summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="longest">The most characters that are kept.</param>
    public static string Of(string text, int longest)
    {
        var line = new StringBuilder();
        var separated = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                separated = line.Length > 0;
                continue;
            }

            if (IsInvisible(rune)) continue;
            if (line.Length + (separated ? 1 : 0) + rune.Utf16SequenceLength > longest) return line.Append('…').ToString();
            if (separated) line.Append(' ');

            line.Append(rune);
            separated = false;
        }

        return line.ToString();
    }

    /// <summary>The same; <c>null</c> where nothing of it is left.</summary>
    public static string? OrNull(string? text, int longest) =>
        text is not null && Of(text, longest) is { Length: > 0 } shown ? shown : null;

    // The two joiners are part of how Persian, Indic scripts and emoji are spelt; every other format character only hides or reorders.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune != ZeroWidthJoiner && rune != ZeroWidthNonJoiner;
}
