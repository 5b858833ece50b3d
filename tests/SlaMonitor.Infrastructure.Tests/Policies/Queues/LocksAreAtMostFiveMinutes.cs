using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Queues;

/// <summary>Service Bus locks a message for five minutes at most, and Bicep takes any text.</summary>
internal sealed class LocksAreAtMostFiveMinutes : Policy
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        Unless(snapshot, Queue.Type, "locks for over five minutes", queue => queue.Duration("properties.lockDuration") <= Longest);
}
