using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Watching;

/// <summary>What Azure says of the monitor and what the monitor says of itself go to the same person.</summary>
internal sealed class TheOperatorIsOnePerson : Policy
{
    private const string Setting = "Health__OperatorEmail";

    public override IEnumerable<string> Findings(Snapshot snapshot)
    {
        var told = snapshot.Settings.GetValueOrDefault(Setting);
        return Unless(snapshot, "Microsoft.Insights/actionGroups", $"does not tell {Setting}, {told}", group =>
            group.Items("properties.emailReceivers").Any(receiver => (string?)receiver["emailAddress"] == told));
    }
}
