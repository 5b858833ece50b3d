using NodaTime;
using SlaMonitor.Cli.Histories.Csv;
using SlaMonitor.Cli.Histories.Mapping;
using SlaMonitor.Cli.Histories.Output;

namespace SlaMonitor.Cli.Histories;

/// <summary>
/// Makes a history of whichever form one file of events in lines, which all that follows reads; a file of events is taken as it is.
/// </summary>
/// <param name="source">The history.</param>
/// <param name="now">The present.</param>
internal sealed class HistoryConversion(HistorySource source, Instant now)
{
    /// <summary>Converts.</summary>
    /// <param name="folder">Where the events go, if they are not there yet.</param>
    /// <param name="error">Takes what is wrong with the order as a whole; single mistakes are in the report.</param>
    /// <returns>The events; <c>null</c> where that is not possible.</returns>
    /// <exception cref="IOException">A file cannot be read, or the events cannot be written.</exception>
    public ConvertedHistory? Run(string folder, TextWriter error)
    {
        var format = source.Format ?? Guess();
        return format switch
        {
            HistoryFormat.Events => Events(error),
            HistoryFormat.Csv => Csv(folder, error),
            _ => Export(format, folder, error),
        };
    }

    private string Guess() => HistoryFormat.Of(source.Files[0]);

    private ConvertedHistory? Events(TextWriter error)
    {
        if (source.Mapping is { } mapping)
            error.WriteLine($"{mapping}: error: {source.Name} is read as events, which need no mapping; say with --format what it is");
        else if (IsOne(HistoryFormat.Events, error))
            return new ConvertedHistory(source.Files[0], null);

        return null;
    }

    private ConvertedHistory? Csv(string folder, TextWriter error)
    {
        if (!IsOne(HistoryFormat.Csv, error)) return null;

        if (source.Mapping is not { } path)
        {
            error.WriteLine($"{source.Name}: error: a CSV needs --mapping FILE, which says which column is which; "
                + "docs/command-line.md shows one to begin with");
            return null;
        }

        if (HistoryMapping.Read(path, isCsv: true, error) is not { } mapping) return null;

        var report = new HistoryReport(HistoryFormat.Csv, "rows");
        var converted = Path.Combine(folder, "history.jsonl");
        using (var sink = new EventSink(converted))
        {
            if (!new CsvConversion(mapping, now).Run(source.Files[0], sink, report, error)) return null;
        }

        return new ConvertedHistory(converted, report);
    }

    private ConvertedHistory? Export(string kind, string folder, TextWriter error)
    {
        var mapping = source.Mapping is { } path ? HistoryMapping.Read(path, isCsv: false, error) : null;
        if (source.Mapping is not null && mapping is null) return null;

        var report = new HistoryReport(kind, "items");
        var converted = Path.Combine(folder, "history.jsonl");
        using (var sink = new EventSink(converted))
            new ExportConversion(kind, HistoryMapping.WordsOf(mapping), now).Run(source.Files, sink, report);

        return new ConvertedHistory(converted, report);
    }

    private bool IsOne(string format, TextWriter error)
    {
        if (source.Files.Count == 1) return true;

        error.WriteLine($"{source.Files[1]}: error: {source.Files[0]} is read as {format}, of which there is one file; only an export of "
            + "a helpdesk may be in several, and --format says which it is");
        return false;
    }
}
