using System.Globalization;
using NodaTime;
using SlaMonitor.Cli.Histories.Mapping;
using SlaMonitor.Cli.Histories.Output;
using SlaMonitor.Cli.Running;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Histories.Csv;

/// <summary>Makes events of a CSV.</summary>
/// <param name="mapping">What its columns and words mean.</param>
/// <param name="now">The present.</param>
internal sealed class CsvConversion(MappingSection mapping, Instant now)
{
    private static readonly CsvKind AgentsReply = new(RowKind.Replied, null, Actor.Agent, true);
    private static readonly CsvKind Silent = new(RowKind.Updated, null, null, null);

    private readonly EventLineReader _reader = new(new FixedClock(now));

    /// <summary>Converts.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sink">Takes the events.</param>
    /// <param name="report">Takes what is wrong and left out.</param>
    /// <param name="error">Takes what is wrong with the mapping for this file.</param>
    /// <returns>Whether the mapping fits the file.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public bool Run(string path, EventSink sink, HistoryReport report, TextWriter error)
    {
        if (CsvTimes.Of(mapping, error) is not { } times) return false;

        var words = new CsvWords(mapping, times);
        using var file = new CsvFile(path, mapping.Delimiter?.Value is { } given ? DelimiterOf(given) : null);
        CsvColumns? columns = null;
        var width = 0;
        foreach (var row in file.Rows((line, why) => report.Complain($"{path}:{line}:1: error: {why}; the rest of the file is left out")))
        {
            if (columns is null)
            {
                if (CsvColumns.Find(mapping.Columns!, row.Cells, error) is not { } found) return false;

                (columns, width) = (found, row.Cells.Length);
                continue;
            }

            report.Items++;
            if (row.Cells.All(string.IsNullOrWhiteSpace))
            {
                report.LeaveOut("an empty row");
                continue;
            }

            var facts = new RowFacts(row, columns, words);
            if (row.HasStrayQuote) Complain(0, "a quote stands in the middle of a cell; put the cell in quotes, and write two for one");
            else if (row.NotUtf8 is { } cell) Complain(cell, "this is not UTF-8; save the file as CSV UTF-8");
            else if (row.Cells.Length != width) Complain(0, $"the row has {row.Cells.Length} cells, and the header {width}");
            else if (mapping.Rows?.Value == RowShape.Tickets) ReadTicket(row, facts, words, sink, report);
            else ReadEvent(row, facts, sink, report);

            foreach (var (place, what) in facts.Mistakes.Distinct()) Complain(place, what);

            void Complain(int cell, string what)
            {
                var (line, column) = row.PlaceOf(cell, file.Delimiter);
                report.Complain($"{path}:{line}:{column}: error: {what}");
            }
        }

        if (columns is not null) return true;

        error.WriteLine($"{path}:1:1: error: there is no header; the first row names the columns");
        return false;
    }

    private void ReadEvent(CsvRow row, RowFacts facts, EventSink sink, HistoryReport report)
    {
        var kind = facts.Kind();
        if (!facts.HasTicket()) return;
        if (kind.Type == RowKind.Ignore)
        {
            if (facts.Mistakes.Count == 0) report.LeaveOut($"a row of the type '{facts.Text("type")}', which the mapping ignores");
            return;
        }

        if (facts.Time("time") is not { } time)
        {
            if (facts.Mistakes.Count == 0) facts.Wrong("time", "nothing says when this happened");
            return;
        }

        var id = facts.Text("id") ?? $"row-{row.Number.ToString("D10", CultureInfo.InvariantCulture)}";
        Add([("time", facts.Line(id, kind.Type, time, kind, _ => true))], facts, sink, report);
    }

    /// <summary>A ticket is created as it is now, but for its status: since when it has that only its times say.</summary>
    private void ReadTicket(CsvRow row, RowFacts facts, CsvWords words, EventSink sink, HistoryReport report)
    {
        if (!facts.HasTicket()) return;
        if (facts.Time("created") is not { } created)
        {
            if (facts.Mistakes.Count == 0) facts.Wrong("created", "nothing says when the ticket was created");
            return;
        }

        var id = $"row-{row.Number.ToString("D10", CultureInfo.InvariantCulture)}";
        var lines = new List<(string Meaning, byte[] Line)>
        {
            ("created", facts.Line($"{id}-1", RowKind.Created, created, Silent, IsOfCreation)),
        };
        if (facts.Time("firstReplied") is { } replied)
            lines.Add(("firstReplied", facts.Line($"{id}-2", RowKind.Replied, replied, AgentsReply, meaning => meaning == "agent")));
        var (resolved, closed) = (facts.Time("resolved"), facts.Time("closed"));
        if (resolved is { } end) lines.Add(("resolved", facts.Line($"{id}-3", RowKind.Resolved, end, Silent, _ => false)));
        if (closed is { } shut) lines.Add(("closed", facts.Line($"{id}-4", RowKind.Closed, shut, Silent, _ => false)));
        if (facts.Text("rating") is not null && (closed ?? resolved) is { } rated)
            lines.Add(("created", facts.Line($"{id}-5", RowKind.Rated, rated, Silent, meaning => meaning == "rating")));

        if (!Add(lines, facts, sink, report)) return;

        if (facts.Text("status") is { } status) CountStatus(status, words, isSettled: (resolved ?? closed) is not null, facts, report);
        report.LeaveOut("a ticket by its times alone: its pauses, reopenings and later replies are not known");
    }

    private static void CountStatus(string word, CsvWords words, bool isSettled, RowFacts facts, HistoryReport report)
    {
        if (!words.Statuses.TryGetValue(word, out var status))
            facts.Wrong("status", $"'{word}' is not known; say in the mapping which of {CsvWords.All<TicketStatus>()} it is");
        else if ((status is TicketStatus.Resolved or TicketStatus.Closed) && !isSettled)
            report.LeaveOut($"a ticket that is '{word}' without a time since when: it stays open");
        else if (status is TicketStatus.Pending or TicketStatus.OnHold)
            report.LeaveOut($"the status '{word}' of a ticket, since when it has it is not known");
    }

    /// <summary>Adds the events of a row: all, or none where something is wrong with one.</summary>
    private bool Add(List<(string Meaning, byte[] Line)> lines, RowFacts facts, EventSink sink, HistoryReport report)
    {
        foreach (var (meaning, line) in lines) facts.IsEvent(_reader.Read(1, line), meaning);
        if (facts.Mistakes.Count > 0) return false;

        foreach (var (_, line) in lines) sink.Add(line);
        report.Events += lines.Count;
        return true;
    }

    private static bool IsOfCreation(string meaning) => meaning is not ("status" or "rating" or "agent");

    private static char DelimiterOf(string given) => given is "tab" or "\\t" ? '\t' : given[0];
}
