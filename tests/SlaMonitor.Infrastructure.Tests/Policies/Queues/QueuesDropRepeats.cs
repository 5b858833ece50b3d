using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Queues;

/// <summary>
/// A message id says what it tells, so that a repeat is dropped. It can be asked for when a queue is made, and never after.
/// </summary>
internal sealed class QueuesDropRepeats : Policy
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        Unless(snapshot, Queue.Type, "takes repeats", queue =>
            queue.IsTrue("properties.requiresDuplicateDetection")
            && queue.Duration("properties.duplicateDetectionHistoryTimeWindow") >= Shortest);
}
