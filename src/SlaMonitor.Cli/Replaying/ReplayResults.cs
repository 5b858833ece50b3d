using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Cli.Histories.Output;
using SlaMonitor.Cli.Replaying.Against;
using SlaMonitor.Cli.Running;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Mails.Comparisons;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Reports;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Mails.Templates;
using Spectre.Console;

namespace SlaMonitor.Cli.Replaying;

/// <summary>
/// What a replay leaves behind: <c>clocks.csv</c>, <c>mails.csv</c>, <c>summary.json</c>, and the report on each agreement; where it
/// compares, <c>changes.csv</c> and a page.
/// </summary>
/// <param name="replay">The replay.</param>
/// <param name="read">What came of reading the history; <c>null</c> where it was a file of events.</param>
/// <param name="to">The folder.</param>
internal sealed class ReplayResults(Replay replay, HistoryReport? read, string to)
{
    public const string Clocks = "clocks.csv";
    public const string Mails = "mails.csv";
    public const string Changes = "changes.csv";
    public const string ComparisonPage = "comparison.html";
    public const string Summary = "summary.json";

    private readonly Comparison? _comparison = replay.Against is null ? null : ReplayComparison.Of(replay);

    public void Write(string language)
    {
        using (var summary = File.CreateText(Path.Combine(to, Summary))) JsonOutput.Write(Json(), summary);

        var templates = TemplateFolder.Read(null, NullLogger.Instance).Set!;
        if (_comparison is not null)
            File.WriteAllText(Path.Combine(to, ComparisonPage), new ComparisonPages(templates).Html(_comparison, language));

        var pages = new ReportPages(templates);
        foreach (var report in replay.Terms.Reports)
        {
            File.WriteAllText(
                Path.Combine(to, FileOf(report)), pages.Html(new ReportPage(report, report.Terms.Language, ReportAddresses.None)));
        }
    }

    public void Show(bool json, TextWriter output, Surroundings surroundings)
    {
        if (json)
        {
            JsonOutput.Write(Json(), output);
            return;
        }

        var console = Terminal.For(output, surroundings);
        foreach (var line in read?.Lines() ?? []) Terminal.Line(console, line);
        var totals = replay.Terms.Totals;
        Terminal.Line(
            console, $"{totals.Events} events, {totals.Tickets} tickets, {totals.Clocks} clocks as of {replay.AsOf}.", Terminal.Bold);
        if (totals.WithoutAgreement > 0) Terminal.Line(console, $"{totals.WithoutAgreement} tickets are governed by no agreement.");

        console.WriteLine();
        var table = Terminal.Table(["agreement", "target", "kept", "broken", "open", "lapsed", "attainment"]);
        foreach (var (agreement, target, one) in totals.Targets)
        {
            table.AddRow(
                new Text(agreement), new Text(target), Number(one[ClockState.Met]), Number(one[ClockState.Breached]),
                Number(one[ClockState.Running] + one[ClockState.Paused]), Number(one[ClockState.Cancelled]),
                new Text(RoundedFigure.PercentOrDash(one.Attainment * 100)));
        }

        console.Write(table);
        console.WriteLine();
        foreach (var report in replay.Terms.Reports.Where(report => report.Credits.Count > 0))
        {
            var owed = report.Credits.Where(statement => statement.Total > 0).ToList();
            var sums = owed.GroupBy(statement => statement.Currency, StringComparer.Ordinal)
                .Select(sum => string.Create(CultureInfo.InvariantCulture, $"{sum.Key} {sum.Sum(statement => statement.Total)}"));
            Terminal.Line(
                console,
                $"{report.Terms.Id}: credits in {owed.Count} of {report.Credits.Count} fee periods: "
                + $"{string.Join(", ", sums.DefaultIfEmpty("none"))}.");
        }

        if (replay.Terms.Mails is { } mails)
        {
            var words = ComparisonWords.For(Wording.Languages[0]);
            var kinds = mails.ByKind.Select(one => $"{one.Value} {words.Of(one.Key)}").DefaultIfEmpty("nothing");
            Terminal.Line(
                console, $"{mails.Mails} mails would have gone to {mails.ByPerson.Count} addresses, with {string.Join(", ", kinds)}.");
        }

        if (_comparison is not null)
        {
            console.WriteLine();
            ComparisonResults.Show(_comparison, console);
            console.WriteLine();
        }

        string[] files =
        [
            Clocks, .. replay.Terms.Mails is null ? [] : (string[])[Mails],
            .. _comparison is null ? [] : (string[])[Changes, ComparisonPage], Summary, .. replay.Terms.Reports.Select(FileOf),
        ];
        Terminal.Line(console, $"Written to {to}: {string.Join(", ", files)}.");
    }

    private JsonObject Json()
    {
        var summary = replay.Terms.Totals.ToJson(replay.AsOf);
        summary["credits"] = new JsonArray([.. replay.Terms.Reports.SelectMany(report => report.Credits.Select(statement => new JsonObject
        {
            ["agreement"] = report.Terms.Id,
            ["period"] = statement.Period.ToString(),
            ["currency"] = statement.Currency,
            ["credit"] = statement.Total,
            ["final"] = statement.IsFinal,
        }))]);
        if (read is not null) summary["read"] = read.ToJson();
        if (replay.Terms.Mails is { } mails) summary["mails"] = mails.ToJson();
        if (_comparison is not null) summary["comparison"] = ComparisonResults.Json(_comparison);
        return summary;
    }

    private static string FileOf(Report report) => $"report-{report.Terms.Id}.html";

    private static Text Number(long number) => new(number.ToString(CultureInfo.InvariantCulture));
}
