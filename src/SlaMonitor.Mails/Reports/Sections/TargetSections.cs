using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>What was kept, by target and by metric, and all together.</summary>
internal static class TargetSections
{
    public static IEnumerable<ShownSection> Of(ReportWriting writing)
    {
        var (report, words) = (writing.Report, writing.Words);
        var all = new TargetFigures(words.All, string.Empty, report.Promises, report.Used);
        yield return writing.Section(
            words.ByTarget,
            writing.Table(words.Target, [.. report.Targets, all], target => new ShownRow(
                target.Target,
                target.Metric.Length == 0 ? null : writing.Metric(target.Metric),
                null,
                [
                    .. PromiseCells.Of(writing, target.Promises, subject => ReferenceEquals(target, all)
                        ? writing.Query(subject)
                        : writing.Query(subject) with { Target = target.Target }),
                    .. UsedCells(writing, target.Used),
                ])),
            words.ByTargetNote);

        if (report.Metrics.Count == report.Targets.Count) yield break;

        yield return writing.Section(
            words.ByMetric,
            writing.Table(words.Metric, report.Metrics, metric => new ShownRow(
                writing.Metric(metric.Metric),
                null,
                null,
                PromiseCells.Of(writing, metric.Promises, subject => writing.Query(subject) with { Metric = metric.Metric }))));
    }

    private static IEnumerable<ShownCell> UsedCells(ReportWriting writing, UsedBudget? used) =>
    [
        ShownCell.Number(writing.Words.UsedMedian, writing.Percent(used?.Median)),
        ShownCell.Number(writing.Words.Used90, writing.Percent(used?.P90)),
        ShownCell.Number(writing.Words.Used99, writing.Percent(used?.P99)),
    ];
}
