using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Reporting.Figures;

namespace SlaMonitor.Core.Reporting;

/// <summary>The targets of a report, in the order in which it has them, and how much of its budget each decided promise used.</summary>
internal sealed class TargetTallies
{
    private readonly Dictionary<string, (string Metric, int Place, List<decimal> Shares)> _targets = new(StringComparer.Ordinal);

    /// <param name="terms">The version whose targets come first, in file order, also those that no promise was made by.</param>
    public TargetTallies(Agreement terms)
    {
        foreach (var target in terms.Targets) Begin(target.Id, target.Metric.Name);
    }

    public static IReadOnlyList<MetricFigures> ByMetric(IEnumerable<TargetFigures> targets) =>
    [
        .. targets.GroupBy(target => target.Metric, StringComparer.Ordinal).Select(metric =>
            new MetricFigures(metric.Key, metric.Aggregate(default(PromiseCounts), (sum, target) => sum + target.Promises))),
    ];

    public void Add(in CountedPromise promise)
    {
        var outcome = promise.Outcome;
        if (!_targets.TryGetValue(outcome.TargetId, out var target)) target = Begin(outcome.TargetId, outcome.Metric);
        if (promise.UsedPercent is { } used) target.Shares.Add(used);
    }

    public IReadOnlyList<TargetFigures> ToFigures(Measures measures) =>
    [
        .. _targets.OrderBy(target => target.Value.Place).Select(target => new TargetFigures(
            target.Key, target.Value.Metric, measures.ByTarget.GetValueOrDefault(target.Key), UsedBudget.Of(target.Value.Shares))),
    ];

    public UsedBudget? UsedOfAll() => UsedBudget.Of([.. _targets.Values.SelectMany(target => target.Shares)]);

    private (string Metric, int Place, List<decimal> Shares) Begin(string id, string metric) =>
        _targets[id] = (metric, _targets.Count, []);
}
