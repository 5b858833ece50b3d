namespace SlaMonitor.Cli.Histories.Csv;

/// <summary>A row of a CSV.</summary>
/// <param name="Number">Its number, from 1 for the header.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Raw">As it is written, for the places of its cells.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="HasStrayQuote">Whether a quote stands where none can.</param>
internal sealed record CsvRow(int Number, string[] Cells, string Raw, int Line, bool HasStrayQuote)
{
    /// <summary>The first cell in which bytes are no text in UTF-8, which were replaced; <c>null</c> where none is.</summary>
    public int? NotUtf8 =>
        Array.FindIndex(Cells, cell => cell.Contains('\uFFFD', StringComparison.Ordinal)) is >= 0 and var cell ? cell : null;

    /// <summary>Where a cell begins.</summary>
    /// <param name="cell">Which, from 0.</param>
    /// <param name="delimiter">What stands between cells.</param>
    public (int Line, int Column) PlaceOf(int cell, char delimiter)
    {
        var (line, column, passed, isQuoted) = (Line, 1, 0, false);
        foreach (var character in Raw)
        {
            if (passed == cell) break;

            if (character == '"') isQuoted = !isQuoted;
            else if (character == delimiter && !isQuoted) passed++;
            (line, column) = character == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        return (line, column);
    }
}
