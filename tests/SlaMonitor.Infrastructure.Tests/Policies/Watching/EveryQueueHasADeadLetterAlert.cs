using System.Text.Json.Nodes;
using SlaMonitor.Infrastructure.Tests.Policies.Queues;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Watching;

/// <summary>A message that was given up is somebody who was not told: no queue is left out.</summary>
internal sealed class EveryQueueHasADeadLetterAlert : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot)
    {
        var watched = snapshot.OfType("Microsoft.Insights/metricAlerts")
            .Where(alert => alert.IsTrue("properties.enabled"))
            .SelectMany(alert => alert.Items("properties.criteria.allOf"))
            .Where(criterion =>
                (string?)criterion["metricName"] == "DeadletteredMessages"
                && (string?)criterion["operator"] == "GreaterThan"
                && (int?)criterion["threshold"] == 0)
            .SelectMany(criterion => criterion["dimensions"]!.AsArray())
            .Where(dimension => (string?)dimension!["name"] == "EntityName")
            .SelectMany(dimension => dimension!["values"] as JsonArray ?? [])
            .Select(queue => (string)queue!);
        return Queue.Names(snapshot).Except(watched).Select(queue => $"no alert looks at the dead letters of {queue}");
    }
}
