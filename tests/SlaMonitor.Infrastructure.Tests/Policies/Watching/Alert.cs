using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Watching;

/// <summary>An alert of either kind.</summary>
internal sealed record Alert(Resource Resource)
{
    private const string OfMetrics = "Microsoft.Insights/metricAlerts";
    private const string OfQueries = "Microsoft.Insights/scheduledQueryRules";

    /// <summary>What it is about: the last part of its name.</summary>
    public string Subject => Resource.Name.Split('-', 3)[^1];

    public IEnumerable<string> ActionGroups => Resource.Is(OfQueries)
        ? Resource.Items("properties.actions.actionGroups").Select(group => (string)group!)
        : Resource.Items("properties.actions").Select(action => (string)action["actionGroupId"]!);

    public IEnumerable<string> Queries => Resource.Is(OfQueries)
        ? Resource.Items("properties.criteria.allOf").Select(criterion => (string)criterion["query"]!)
        : [];

    public static IEnumerable<Alert> Of(Snapshot snapshot) =>
        snapshot.OfType(OfMetrics).Concat(snapshot.OfType(OfQueries)).Select(resource => new Alert(resource));
}
