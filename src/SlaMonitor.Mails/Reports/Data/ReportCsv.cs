using System.Globalization;
using SlaMonitor.Core.Reporting;

namespace SlaMonitor.Mails.Reports.Data;

/// <summary>Promises as comma-separated values (RFC 4180), a line for each; texts as <see cref="CsvText"/> has them.</summary>
public static class ReportCsv
{
    /// <summary>Writes the names of the columns, and then promises as they come.</summary>
    public static void Write(TextWriter writer, IEnumerable<CountedPromise> promises)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(promises);

        WriteLine(writer, PromiseColumns.Names.Count, column => PromiseColumns.Names[column]);
        foreach (var promise in promises) WriteLine(writer, PromiseColumns.Count, column => PromiseColumns.ValueOf(promise, column));
    }

    private static void WriteLine(TextWriter writer, int columns, Func<int, object?> valueOf)
    {
        for (var column = 0; column < columns; column++)
        {
            if (column > 0) writer.Write(',');
            WriteValue(writer, valueOf(column));
        }

        writer.Write("\r\n");
    }

    private static void WriteValue(TextWriter writer, object? value)
    {
        if (value is string text) CsvText.Write(writer, text);
        else writer.Write(Convert.ToString(value, CultureInfo.InvariantCulture));
    }
}
