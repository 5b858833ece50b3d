using System.Runtime.CompilerServices;

namespace SlaMonitor.Mails.Reports.Data;

/// <summary>A text as a value of comma-separated values (RFC 4180).</summary>
public static class CsvText
{
    private static readonly char[] NeedsQuotes = ['"', ',', '\r', '\n'];

    /// <summary>Writes a line of values, which ends with <c>\n</c>.</summary>
    public static void WriteLine(TextWriter writer, [InterpolatedStringHandlerArgument(nameof(writer))] CsvLine line)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write('\n');
    }

    /// <summary>
    /// Writes the text, in quotes where it needs them. One that a spreadsheet would take for a formula has an apostrophe before it.
    /// </summary>
    public static void Write(TextWriter writer, string text)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(text);

        if (SpreadsheetText.IsFormula(text)) text = $"'{text}";
        writer.Write(text.IndexOfAny(NeedsQuotes) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}
