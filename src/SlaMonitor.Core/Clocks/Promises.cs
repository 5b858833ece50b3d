using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>
/// What is promised to a ticket while its facts are these: for each metric the first target that matches, in file order. Worked out once
/// for each entry of the ticket's facts, however many clocks ended under it.
/// </summary>
internal sealed class Promises
{
    private readonly Target?[] _targets = new Target?[AllMetrics.Length];

    private Promises(Agreement? agreement) => Agreement = agreement;

    public static Metric[] AllMetrics { get; } = Enum.GetValues<Metric>();

    public Agreement? Agreement { get; }

    public Target? this[Metric metric] => _targets[(int)metric];

    public static Promises Of(Agreement? agreement, TicketFacts facts)
    {
        var promises = new Promises(agreement);
        for (var i = 0; i < agreement?.Targets.Count; i++)
        {
            var target = agreement.Targets[i];
            ref var first = ref promises._targets[(int)target.Metric];
            if (first is null && target.When.Holds(facts)) first = target;
        }

        return promises;
    }
}
