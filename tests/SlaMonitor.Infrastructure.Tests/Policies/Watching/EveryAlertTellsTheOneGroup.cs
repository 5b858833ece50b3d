using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Watching;

/// <summary>There is one group to tell, it has somebody in it, and every alert and the budget tell it.</summary>
internal sealed class EveryAlertTellsTheOneGroup : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot)
    {
        var groups = snapshot.OfType("Microsoft.Insights/actionGroups").ToList();
        if (groups is not [var group]) return [$"there are {groups.Count} action groups, and not one"];

        return
        [
            .. Unless(snapshot, group.Type, "tells nobody", one =>
                one.IsTrue("properties.enabled")
                && one.Items("properties.emailReceivers").Any(person => ((string?)person["emailAddress"])?.Contains('@') is true)),
            .. Unless(snapshot, group.Type, "has a short name of over twelve characters", one =>
                one.Text("properties.groupShortName").Length is > 0 and <= 12),
            .. Alert.Of(snapshot)
                .Where(alert => !alert.ActionGroups.SequenceEqual([group.Id]))
                .Select(alert => $"{alert.Resource} does not tell {group.Name}"),
        ];
    }
}
