using System.Text;

namespace SlaMonitor.Mails.Reports.Data;

/// <summary>What strangers wrote, as a spreadsheet may be given it.</summary>
internal static class SpreadsheetText
{
    /// <summary>The most characters that a cell of a workbook holds.</summary>
    private const int LongestCell = 32_000;

    /// <summary>Whether a spreadsheet that reads text would take this for a formula and work it out.</summary>
    public static bool IsFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    /// <summary>The text as a cell of a workbook holds it: without the characters that XML does not know, and cut.</summary>
    public static string ForCell(string text)
    {
        var needsCare = text.Length > LongestCell;
        for (var i = 0; i < text.Length && !needsCare; i++) needsCare = !IsPlain(text[i]);
        if (!needsCare) return text;

        var cell = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (cell.Length + rune.Utf16SequenceLength > LongestCell) break;
            if (rune.Value is >= 0x20 and not 0xFFFE and not 0xFFFF or '\t' or '\n') cell.Append(rune);
        }

        return cell.ToString();
    }

    private static bool IsPlain(char character) => character is >= ' ' and < '\uD800' or '\t' or '\n';
}
