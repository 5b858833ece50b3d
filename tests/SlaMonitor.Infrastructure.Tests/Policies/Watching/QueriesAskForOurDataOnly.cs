using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Watching;

/// <summary>Others may use the workspace too, even another monitor: each table of a query is narrowed to our own component.</summary>
internal sealed class QueriesAskForOurDataOnly : Policy
{
    private static readonly string[] Tables = ["AppMetrics", "AppTraces", "AppRequests", "AppExceptions"];

    public override IEnumerable<string> Findings(Snapshot snapshot)
    {
        var component = snapshot.OfType("Microsoft.Insights/components").Single();
        return from alert in Alert.Of(snapshot)
               from query in alert.Queries
               where Tables.Sum(table => Count(query, table)) != Count(query, $"| where _ResourceId =~ '{component.Id}'")
               select $"{alert.Resource} asks for what others keep there too";
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
