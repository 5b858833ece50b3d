using System.Globalization;
using System.Text.Json.Nodes;
using SlaMonitor.Cli.Running;
using SlaMonitor.Core.Comparing;
using SlaMonitor.Mails.Comparisons;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Reports;
using SlaMonitor.Mails.Reports.Data;
using Spectre.Console;

namespace SlaMonitor.Cli.Replaying.Against;

/// <summary>A comparison on the terminal, and as JSON.</summary>
internal static class ComparisonResults
{
    /// <summary>How many changes the terminal shows; the file has all.</summary>
    private const int MostShown = 10;

    private static readonly ComparisonWords Words = ComparisonWords.For(Wording.Languages[0]);

    public static void Show(Comparison comparison, IAnsiConsole console)
    {
        var (from, to) = (comparison.From, comparison.To);
        Terminal.Line(console, $"{from.Name} → {to.Name}", Terminal.Bold);
        var table = Terminal.Table(
            ["promise", "kept", "", "broken", "", "attainment", "", "newly broken", "no longer broken", "otherwise"]);
        foreach (var metric in from.Metrics.Keys.Union(to.Metrics.Keys, StringComparer.Ordinal))
        {
            var before = from.Metrics.GetValueOrDefault(metric, ComparedMetric.None);
            var now = to.Metrics.GetValueOrDefault(metric, ComparedMetric.None);
            var changes = comparison.Changes.GetValueOrDefault(metric, MetricChanges.None);
            string[] cells =
            [
                metric, Number(before.Met), $"→ {Number(now.Met)}", Number(before.Breached), $"→ {Number(now.Breached)}",
                RoundedFigure.PercentOrDash(before.Attainment), $"→ {RoundedFigure.PercentOrDash(now.Attainment)}",
                Number(changes.Worse), Number(changes.Better), Number(changes.Others),
            ];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        console.Write(table);
        console.WriteLine();
        foreach (var (currency, before, now) in comparison.CreditSums)
            Terminal.Line(console, FormattableString.Invariant($"credits: {currency} {before} → {now} ({now - before:+0.##;-0.##;0})"));
        if (from.Mails is { } mailsBefore && to.Mails is { } mailsNow)
            Terminal.Line(console, FormattableString.Invariant($"mails: {mailsBefore} → {mailsNow} ({mailsNow - mailsBefore:+0;-0;0})"));
        foreach (var (reason, count) in comparison.Reasons.OrderByDescending(one => one.Value))
            Terminal.Line(console, FormattableString.Invariant($"{count} × {Words.Of(reason)}"));
        ShowSome(console, "newly broken", comparison.Worse, comparison.WorseCount);
        ShowSome(console, "no longer broken", comparison.Better, comparison.BetterCount);
    }

    public static JsonObject Json(Comparison comparison) => new()
    {
        ["from"] = Json(comparison.From),
        ["to"] = Json(comparison.To),
        ["newlyBroken"] = comparison.WorseCount,
        ["noLongerBroken"] = comparison.BetterCount,
        ["otherwise"] = comparison.OtherCount,
        ["byMetric"] = new JsonObject(comparison.Changes.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)new JsonObject
        {
            ["newlyBroken"] = one.Value.Worse,
            ["noLongerBroken"] = one.Value.Better,
            ["otherwise"] = one.Value.Others,
        }))),
        ["reasons"] = new JsonObject(
            comparison.Reasons.Select(one => KeyValuePair.Create(ReportNames.Of(one.Key), (JsonNode?)one.Value))),
        ["credits"] = new JsonArray([.. comparison.CreditSums.Select(sum => new JsonObject
        {
            ["currency"] = sum.Currency, ["from"] = sum.From, ["to"] = sum.To, ["difference"] = sum.To - sum.From,
        })]),
    };

    private static JsonObject Json(ComparedTerms terms) => new()
    {
        ["name"] = terms.Name,
        ["versions"] = new JsonArray([.. terms.Versions.Select(version => JsonValue.Create(version))]),
        ["metrics"] = new JsonObject(terms.Metrics.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)new JsonObject
        {
            ["met"] = one.Value.Met,
            ["breached"] = one.Value.Breached,
            ["open"] = one.Value.Open,
            ["attainment"] = one.Value.Attainment / 100,
        }))),
        ["mails"] = terms.Mails,
    };

    private static void ShowSome(IAnsiConsole console, string heading, IReadOnlyList<ClockChange> changes, int count)
    {
        if (count == 0) return;

        console.WriteLine();
        Terminal.Line(console, FormattableString.Invariant($"{heading}: {count}"), Terminal.Bold);
        foreach (var change in changes.Take(MostShown))
        {
            var (before, now) = (Words.Of(change.From?.State), Words.Of(change.To?.State));
            Terminal.Line(console, $"  {change.TicketId} {change.Metric}: {before} → {now}; {Words.Why(change)}");
        }

        if (count > MostShown) Terminal.Line(console, $"  and {Number(count - MostShown)} more, in changes.csv");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
