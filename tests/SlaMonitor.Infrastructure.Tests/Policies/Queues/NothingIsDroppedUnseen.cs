using System.Globalization;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Queues;

/// <summary>What waits too long, or fails too often, goes to the dead letters, of which somebody hears.</summary>
internal sealed class NothingIsDroppedUnseen : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        [
            .. Unless(snapshot, Queue.Type, "drops what has waited too long", queue =>
                queue.IsTrue("properties.deadLetteringOnMessageExpiration")),
            .. Unless(snapshot, Queue.Type, "delivers less than once, or more than ten times", queue =>
                int.TryParse(queue.Text("properties.maxDeliveryCount"), CultureInfo.InvariantCulture, out var count)
                && count is >= 1 and <= 10),
        ];
}
