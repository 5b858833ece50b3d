using System.Globalization;
using NodaTime.Text;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Comparing;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Mails.Reports.Shown;
using SlaMonitor.Mails.Templates;
using static SlaMonitor.Mails.Reports.RoundedFigure;
using static SlaMonitor.Mails.Reports.Sections.ReportWriting;
using static SlaMonitor.Mails.Reports.Shown.ShownCell;

namespace SlaMonitor.Mails.Comparisons;

/// <summary>Lays comparisons out by the template of reports.</summary>
/// <param name="templates">The templates in force.</param>
public sealed class ComparisonPages(TemplateSet templates)
{
    private const int LongestText = 200;

    /// <summary>The page as a whole HTML document, without any script or anything to fetch.</summary>
    /// <param name="comparison">What differs.</param>
    /// <param name="language">The language of the page (BCP 47).</param>
    public string Html(Comparison comparison, string language)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return templates.Render(TemplateName.ReportHtml, Model(comparison, ComparisonWords.For(language)));
    }

    private static ReportModel Model(Comparison comparison, ComparisonWords words)
    {
        var names = $"{Plain(comparison.From.Name)} → {Plain(comparison.To.Name)}";
        var day = LocalDatePattern.Iso;
        var (first, last) = (comparison.First.InZone(comparison.Zone), comparison.AsOf.InZone(comparison.Zone));
        return new ReportModel
        {
            Language = words.Wording.Language,
            Title = names,
            Kind = words.Kind,
            Agreement = names,
            Period = $"{day.Format(first.Date)} – {day.Format(last.Date)}",
            Tone = Tone.Quiet(words.Done),
            Facts =
            [
                Fact(Plain(comparison.From.Name), string.Join(", ", comparison.From.Versions.Select(Plain))),
                Fact(Plain(comparison.To.Name), string.Join(", ", comparison.To.Versions.Select(Plain))),
                Fact(words.History, words.HistoryOf(comparison.Events, comparison.Tickets)),
                Fact(words.Wording.Report.AsOf, $"{words.Wording.Of(last)} ({comparison.Zone.Id})"),
            ],
            Figures = [.. Figures(comparison, words)],
            Sections =
            [
                Promises(comparison, words), CreditComparison.Section(comparison, words), .. MailComparison.Sections(comparison, words),
                Reasons(comparison, words),
                Changes(words.NewlyBroken, comparison.Worse, comparison.WorseCount, words),
                Changes(words.NewlyKept, comparison.Better, comparison.BetterCount, words),
            ],
            RulesHeading = words.HowCompared,
            Rules = words.Rules,
        };
    }

    private static IEnumerable<ShownFact> Figures(Comparison comparison, ComparisonWords words)
    {
        foreach (var metric in MetricsOf(comparison))
        {
            var from = comparison.From.Metrics.GetValueOrDefault(metric, ComparedMetric.None).Attainment;
            var to = comparison.To.Metrics.GetValueOrDefault(metric, ComparedMetric.None).Attainment;
            yield return new ShownFact(
                NameOf(metric, words), $"{PercentOrDash(from)} → {PercentOrDash(to)}", null, null,
                to < from ? "bad" : to > from ? "good" : "plain");
        }

        yield return Figure(words.NewlyBroken, comparison.WorseCount, comparison.WorseCount > 0 ? "bad" : "plain");
        yield return Figure(words.NewlyKept, comparison.BetterCount, comparison.BetterCount > 0 ? "good" : "plain");
        if (comparison.From.Mails is { } mailsBefore && comparison.To.Mails is { } mailsNow)
            yield return new ShownFact(words.Mails, $"{Whole(mailsBefore)} → {Whole(mailsNow)}", null, null, "plain");
    }

    private static ShownSection Promises(Comparison comparison, ComparisonWords words)
    {
        var (before, now) = (Plain(comparison.From.Name), Plain(comparison.To.Name));
        return Section(words.Promises, words.PromisesNote, words, words.Metric, [.. MetricsOf(comparison).Select(metric =>
        {
            var from = comparison.From.Metrics.GetValueOrDefault(metric, ComparedMetric.None);
            var to = comparison.To.Metrics.GetValueOrDefault(metric, ComparedMetric.None);
            var changes = comparison.Changes.GetValueOrDefault(metric, MetricChanges.None);
            return new ShownRow(NameOf(metric, words), null, null,
            [
                Number(words.Attainment(before), PercentOrDash(from.Attainment)),
                Number(words.Attainment(now), PercentOrDash(to.Attainment)),
                Number(words.Kept(before), Whole(from.Met)), Number(words.Kept(now), Whole(to.Met)),
                Number(words.Broken(before), Whole(from.Breached)), Number(words.Broken(now), Whole(to.Breached)),
                Number(words.Open(before), Whole(from.Open)), Number(words.Open(now), Whole(to.Open)),
                new ShownCell(words.NewlyBroken, Whole(changes.Worse), null, changes.Worse > 0 ? "number bad" : "number"),
                Number(words.NewlyKept, Whole(changes.Better)), Number(words.Otherwise, Whole(changes.Others)),
            ]);
        })]);
    }

    private static ShownSection Reasons(Comparison comparison, ComparisonWords words) => Section(
        words.WhyHeading, words.WhyNote, words, words.Reason,
        [
            .. comparison.Reasons.OrderByDescending(reason => reason.Value)
                .Select(reason => new ShownRow(words.Of(reason.Key), null, null, [Number(words.Count, Whole(reason.Value))])),
        ]);

    private static ShownSection Changes(string heading, IReadOnlyList<ClockChange> changes, int count, ComparisonWords words) => Section(
        heading, null, words, words.Ticket, [.. changes.Select(change => RowOf(change, words))],
        count > changes.Count ? words.Wording.AndMore(count - changes.Count) : null);

    private static ShownRow RowOf(ClockChange change, ComparisonWords words) => new(
        Plain(change.TicketId), HarmlessText.OrNull(change.Title, LongestText), null,
        [
            ShownCell.Words(words.Metric, NameOf(change.Metric, words)),
            ShownCell.Words(words.Outcome, $"{words.Of(change.From?.State)} → {words.Of(change.To?.State)}"),
            ShownCell.Words(words.WhyColumn, Plain(words.Why(change))),
        ]);

    private static IEnumerable<string> MetricsOf(Comparison comparison) =>
        comparison.From.Metrics.Keys.Union(comparison.To.Metrics.Keys, StringComparer.Ordinal);

    private static string NameOf(string metric, ComparisonWords words) =>
        Metric.FindBuiltIn(metric) is { } known ? words.Wording.Of(known) : Plain(metric);

    internal static ShownSection Section(
        string heading, string? note, ComparisonWords words, string head, IReadOnlyList<ShownRow> rows, string? more = null) =>
        new(
            heading, note, null,
            rows.Count == 0
                ? null
                : new ShownTable(
                    [new ShownColumn(head, "text"), .. rows[0].Cells.Select(cell => new ShownColumn(cell.Label, cell.Class.Split(' ')[0]))],
                    rows, more),
            words.Nothing);

    internal static string Signed(long difference) => difference.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture);

    internal static string Plain(string text) => HarmlessText.Of(text, LongestText);

    private static ShownFact Fact(string label, string text) => new(label, text, null, null, "plain");

    private static ShownFact Figure(string label, int count, string look) => new(label, Whole(count), null, null, look);
}
