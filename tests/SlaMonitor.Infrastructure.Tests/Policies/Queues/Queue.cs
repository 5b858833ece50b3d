using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Queues;

/// <summary>Queues of a snapshot.</summary>
internal static class Queue
{
    public const string Type = "Microsoft.ServiceBus/namespaces/queues";

    public static IEnumerable<string> Names(Snapshot snapshot) => snapshot.OfType(Type).Select(queue => queue.Leaf);
}
