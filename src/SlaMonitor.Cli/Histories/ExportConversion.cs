using System.Text.Json;
using NodaTime;
using SlaMonitor.Cli.Histories.Json;
using SlaMonitor.Cli.Histories.Output;
using SlaMonitor.Webhooks.Exports;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Cli.Histories;

/// <summary>Makes events of the export of a helpdesk.</summary>
/// <param name="kind">The helpdesk.</param>
/// <param name="words">What its words mean.</param>
/// <param name="now">The present.</param>
internal sealed class ExportConversion(string kind, ExportWords words, Instant now)
{
    private readonly HelpdeskExport _export = HelpdeskExport.Of(kind, words, now);

    /// <summary>Converts.</summary>
    /// <param name="files">The files of the export, in any order.</param>
    /// <param name="sink">Takes the events.</param>
    /// <param name="report">Takes what is wrong and left out.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public void Run(IReadOnlyList<string> files, EventSink sink, HistoryReport report)
    {
        // A file that is damaged is complained of once, when it is read for the first time.
        Walk(files, (_, item, page) => _export.Learn(item.Value, page), report.Complain);
        Walk(
            files,
            (file, item, page) =>
            {
                report.Items++;
                Take(_export.Read(item.Value, page), $"{file}:{item.Line}:{item.Column}", item.Where, sink, report);
            },
            _ => { });
        Take(_export.Rest(), files[0], string.Empty, sink, report);
        foreach (var (reason, count) in _export.LeftOut) report.LeaveOut(reason, count);
    }

    private void Walk(IReadOnlyList<string> files, Action<string, JsonItem, int> see, Action<string> complain)
    {
        var pages = 0;
        foreach (var file in files)
        {
            var last = -1;
            using var items = new JsonItems(file, _export.Lists);
            try
            {
                foreach (var item in items.Read())
                {
                    last = item.Page;
                    see(file, item, pages + item.Page);
                }
            }
            catch (JsonException e)
            {
                complain($"{file}:{(e.LineNumber ?? 0) + 1}:{(e.BytePositionInLine ?? 0) + 1}: error: from here on this is no JSON: "
                    + $"{e.Message.Split(" LineNumber:")[0]} The rest of the file is left out: export it anew");
            }

            pages += last + 2;
        }
    }

    private static void Take(IReadOnlyList<ExportFact> facts, string place, string where, EventSink sink, HistoryReport report)
    {
        foreach (var fact in facts)
        {
            foreach (var happened in fact.Events)
            {
                report.Events++;
                sink.Add(happened);
            }

            foreach (var problem in fact.Problems)
                report.Complain($"{place}: error: {(where.Length == 0 ? problem.Where : $"{where}: {problem.Where}")}: {problem.What}");
        }
    }
}
