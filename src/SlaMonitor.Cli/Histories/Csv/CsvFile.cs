using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SlaMonitor.Cli.Histories.Csv;

/// <summary>Reads a CSV row by row (RFC 4180). No more than one row is in memory.</summary>
internal sealed class CsvFile : IDisposable
{
    /// <summary>How many characters a cell may have: a quote that is not closed would else take the rest of the file.</summary>
    private const int LongestCell = 1 << 20;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    private readonly StreamReader _text;
    private readonly CsvParser _parser;
    private bool _hasStrayQuote;

    /// <param name="path">The file, in UTF-8, or in UTF-16 with its mark.</param>
    /// <param name="delimiter">What stands between its columns; <c>null</c> for what the header shows.</param>
    public CsvFile(string path, char? delimiter)
    {
        Delimiter = delimiter ?? Guess(path);
        _text = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        _parser = new CsvParser(_text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = true,
            MaxFieldSize = LongestCell,
            BadDataFound = _ => _hasStrayQuote = true,
        });
    }

    /// <summary>What stands between its columns.</summary>
    public char Delimiter { get; }

    /// <summary>The rows, the header first. May be read once.</summary>
    /// <param name="end">Hears why the file cannot be read to its end, and in which line that is.</param>
    public IEnumerable<CsvRow> Rows(Action<int, string> end)
    {
        for (var number = 1; ; number++)
        {
            CsvRow? row;
            try
            {
                row = Next(number);
            }
            catch (MaxFieldSizeException)
            {
                end(_parser.RawRow + 1, $"a cell has more than {LongestCell} characters: a quote is not closed");
                yield break;
            }

            if (row is null) yield break;

            yield return row;
        }
    }

    public void Dispose()
    {
        _parser.Dispose();
        _text.Dispose();
    }

    private CsvRow? Next(int number)
    {
        _hasStrayQuote = false;
        if (!_parser.Read()) return null;

        // Cells are made when they are asked for, and only then a stray quote is found.
        var cells = _parser.Record!;
        var raw = _parser.RawRecord;
        var before = raw.AsSpan().TrimEnd("\r\n").Count('\n');
        return new CsvRow(number, cells, raw, _parser.RawRow - before, _hasStrayQuote);
    }

    /// <summary>What stands most often in the header, outside of quotes.</summary>
    private static char Guess(string path)
    {
        using var text = new StreamReader(path);
        var parts = (text.ReadLine() ?? string.Empty).Split('"');
        var header = string.Concat(parts.Where((_, index) => index % 2 == 0));
        return Delimiters.MaxBy(delimiter => header.Count(character => character == delimiter));
    }
}
