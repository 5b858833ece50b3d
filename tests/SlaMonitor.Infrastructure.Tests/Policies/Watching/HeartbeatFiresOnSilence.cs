using System.Text.RegularExpressions;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Watching;

/// <summary>
/// A monitor that is dead sends nothing. The heartbeat's query has a row for that: it sums without groups, which over nothing gives a row
/// with 0, and then asks for too little. And that row is an alert.
/// </summary>
internal sealed partial class HeartbeatFiresOnSilence : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        from alert in Alert.Of(snapshot)
        where alert.Subject == "heartbeat"
        let criterion = alert.Resource.Items("properties.criteria.allOf").Single()
        where !RowOnNothing().IsMatch((string)criterion["query"]!)
            || (
                (string?)criterion["timeAggregation"],
                (string?)criterion["operator"],
                (int?)criterion["threshold"]) is not ("Count", "GreaterThan", 0)
            || alert.Resource.Duration("properties.windowSize") != TimeSpan.FromMinutes(15)
        select $"{alert.Resource} says nothing when nothing has come for 15 minutes";

    [GeneratedRegex(@"\| summarize (?<sum>\w+) = sum\(Sum\)\s*\| where \k<sum> < 1\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex RowOnNothing();
}
