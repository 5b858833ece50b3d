using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Watching;

/// <summary>
/// There is a budget that tells the operator, of what was spent and of what will be; and a workspace of ours stops at some size a day.
/// </summary>
internal sealed class CostsAreWatched : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot)
    {
        var groups = snapshot.OfType("Microsoft.Insights/actionGroups").Select(group => group.Id);
        var kinds = from budget in snapshot.OfType("Microsoft.Consumption/budgets")
                    from notification in budget["properties.notifications"]!.AsObject()
                    where (bool?)notification.Value!["enabled"] is true
                        && groups.SequenceEqual(notification.Value["contactGroups"]!.AsArray().Select(told => (string)told!))
                    select (string)notification.Value["thresholdType"]!;
        return new[] { "Actual", "Forecasted" }.Except(kinds).Select(kind => $"no budget tells the operator of costs: {kind}")
            .Concat(Unless(snapshot, "Microsoft.OperationalInsights/workspaces", "may grow without end", workspace =>
                int.TryParse(workspace.Text("properties.workspaceCapping.dailyQuotaGb"), out var quota) && quota > 0));
    }
}
