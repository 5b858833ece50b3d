using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Watching;

/// <summary>
/// Its health is asked for at the address that people use, from three places or more; and two that hear nothing are an alert.
/// </summary>
internal sealed class TheMonitorIsAskedFromOutside : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot)
    {
        var health = $"{snapshot.Settings.GetValueOrDefault("Acknowledgement__PublicUrl")}/api/health";
        var tests = snapshot
            .OfType("Microsoft.Insights/webtests")
            .Where(test => test.IsTrue("properties.Enabled") && test.Text("properties.Request.RequestUrl") == health)
            .ToList();
        return tests is [var test] && test.Items("properties.Locations").Count() >= 3
            && Alert.Of(snapshot).Any(alert =>
                alert.Resource.Text("properties.criteria.webTestId") == test.Id
                && alert.Resource.Text("properties.criteria.failedLocationCount") == "2")
            ? [] : [$"nobody asks for {health} from three places, with an alert on two that fail"];
    }
}
