using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>
/// What is promised to a ticket while its facts are these: for each metric the first target that matches, in file order. Worked out once
/// for each entry of the ticket's facts, however many clocks ended under it.
/// </summary>
internal sealed class Promises
{
    private readonly Target?[] _targets;

    private Promises(Agreement? agreement)
    {
        Agreement = agreement;
        _targets = new Target?[Metric.BuiltIn.Count + (agreement?.Metrics.Count ?? 0)];
    }

    public Agreement? Agreement { get; }

    /// <summary>
    /// The target of a metric. Agreements number their own metrics each for itself, so that another one's is looked up by its name.
    /// </summary>
    public Target? this[Metric metric] =>
        metric.Rule is null ? _targets[metric.Index] : Array.Find(_targets, target => target?.Metric == metric);

    public static Promises Of(Agreement? agreement, TicketFacts facts)
    {
        var promises = new Promises(agreement);
        for (var i = 0; i < agreement?.Targets.Count; i++)
        {
            var target = agreement.Targets[i];
            ref var first = ref promises._targets[target.Metric.Index];
            if (first is null && target.When.Holds(facts)) first = target.For(facts);
        }

        return promises;
    }
}
