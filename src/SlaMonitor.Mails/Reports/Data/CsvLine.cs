using System.Globalization;
using System.Runtime.CompilerServices;

namespace SlaMonitor.Mails.Reports.Data;

/// <summary>
/// A line of comma-separated values, written as it reads: <c>$"{id},{count},{at}"</c>. What is put in is a value: a text as
/// <see cref="CsvText"/> has it, anything else in the invariant culture, and nothing for <c>null</c>.
/// </summary>
[InterpolatedStringHandler]
public readonly ref struct CsvLine
{
    private readonly TextWriter _writer;

    /// <summary>Begins a line.</summary>
    /// <param name="literalLength">How many characters stand between the values.</param>
    /// <param name="formattedCount">How many values there are.</param>
    /// <param name="writer">Where the line goes.</param>
    public CsvLine(int literalLength, int formattedCount, TextWriter writer) => _writer = writer;

    /// <summary>Writes what stands between values.</summary>
    public void AppendLiteral(string text) => _writer.Write(text);

    /// <summary>Writes a text.</summary>
    public void AppendFormatted(string? text) => CsvText.Write(_writer, text ?? string.Empty);

    /// <summary>Writes any other value.</summary>
    public void AppendFormatted<T>(T value) =>
        _writer.Write(value is IFormattable known ? known.ToString(null, CultureInfo.InvariantCulture) : value?.ToString());
}
