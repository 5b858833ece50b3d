using System.Text.RegularExpressions;
using SlaMonitor.Architecture.Tests;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Watching;

/// <summary>The alerts are those of the table in docs/azure.md, with its severities, and on.</summary>
internal sealed partial class EveryAlertOfTheTableIsSet : Policy
{
    private static readonly IReadOnlyDictionary<string, string> Table =
        Row().Matches(Repository.Read("docs/azure.md")).ToDictionary(row => row.Groups["name"].Value, row => row.Groups["severity"].Value);

    public override IEnumerable<string> Findings(Snapshot snapshot)
    {
        var set = Alert.Of(snapshot)
            .Where(alert => alert.Resource.IsTrue("properties.enabled"))
            .ToDictionary(alert => alert.Subject, alert => alert.Resource.Text("properties.severity"));
        return Table.Where(row => set.GetValueOrDefault(row.Key) != row.Value)
            .Select(row => $"the alert {row.Key} of severity {row.Value} is not set")
            .Concat(set.Keys.Except(Table.Keys).Select(name => $"the alert {name} is not in docs/azure.md"));
    }

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \| (?<severity>\d) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
