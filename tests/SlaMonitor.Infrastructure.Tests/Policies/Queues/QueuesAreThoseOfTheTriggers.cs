using SlaMonitor.Infrastructure.Tests.Code;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Queues;

/// <summary>Each queue that a function listens to is there, and somebody listens to each that is there.</summary>
internal sealed class QueuesAreThoseOfTheTriggers : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot)
    {
        var heard = Triggers.Queues.Select(setting => snapshot.Settings.GetValueOrDefault(setting) ?? $"%{setting}%").ToList();
        var there = Queue.Names(snapshot).ToList();
        return heard.Except(there).Select(queue => $"a function listens to {queue}, which is not made")
            .Concat(there.Except(heard).Select(queue => $"nobody listens to {queue}"));
    }
}
