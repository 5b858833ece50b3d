using SlaMonitor.Core.Comparing;
using SlaMonitor.Mails.Comparisons;

namespace SlaMonitor.Cli.Replaying.Against;

/// <summary>How many promises come to something else, why, and the first of them by ticket. Counted by one thread at a time.</summary>
internal sealed class ChangeTotals
{
    /// <summary>How many of each kind are kept to be shown; all are in the file.</summary>
    private const int MostShown = 100;

    private readonly SortedDictionary<ChangeReason, int> _reasons = [];
    private readonly SortedDictionary<string, MetricChanges> _byMetric = new(StringComparer.Ordinal);
    private readonly List<ClockChange> _worse = [];
    private readonly List<ClockChange> _better = [];

    /// <summary>How many changes have a reason; one change may have several.</summary>
    public IReadOnlyDictionary<ChangeReason, int> Reasons => _reasons;

    public IReadOnlyDictionary<string, MetricChanges> ByMetric => _byMetric;

    /// <summary>Promises that are broken and were not.</summary>
    public IReadOnlyList<ClockChange> FirstWorse => _worse;

    /// <summary>Promises that are not broken and were.</summary>
    public IReadOnlyList<ClockChange> FirstBetter => _better;

    public void Add(IReadOnlyCollection<ClockChange> changes)
    {
        foreach (var change in changes)
        {
            foreach (var reason in change.Reasons) _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
            var metric = _byMetric.GetValueOrDefault(change.Metric, MetricChanges.None);
            _byMetric[change.Metric] = change switch
            {
                { IsWorse: true } => metric with { Worse = metric.Worse + 1 },
                { IsBetter: true } => metric with { Better = metric.Better + 1 },
                _ => metric with { Others = metric.Others + 1 },
            };
        }

        Keep(_worse, changes.Where(change => change.IsWorse));
        Keep(_better, changes.Where(change => change.IsBetter));
    }

    private static void Keep(List<ClockChange> kept, IEnumerable<ClockChange> more)
    {
        kept.AddRange(more);
        kept.Sort((x, y) => string.CompareOrdinal(x.TicketId, y.TicketId) is not 0 and var byTicket ? byTicket
            : string.CompareOrdinal(x.Metric, y.Metric) is not 0 and var byMetric ? byMetric : x.Cycle.CompareTo(y.Cycle));
        if (kept.Count > MostShown) kept.RemoveRange(MostShown, kept.Count - MostShown);
    }
}
