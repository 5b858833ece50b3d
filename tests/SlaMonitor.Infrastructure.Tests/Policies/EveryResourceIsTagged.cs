using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies;

/// <summary>
/// Who sees a resource, or its bill, sees which environment it belongs to. What is a part of another resource, or attached
/// to one, cannot be tagged.
/// </summary>
internal sealed class EveryResourceIsTagged : Policy
{
    private const string Tag = "azd-env-name";

    private static readonly string[] CannotBe =
        ["Microsoft.Authorization/roleAssignments", "Microsoft.Consumption/budgets", "Microsoft.Insights/diagnosticSettings"];

    private static readonly string[] CanBeThoughParts = ["Microsoft.Network/privateDnsZones/virtualNetworkLinks"];

    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        from resource in snapshot.Resources
        where !CannotBe.Contains(resource.Type) && (resource.Type.Count(c => c == '/') == 1 || CanBeThoughParts.Contains(resource.Type))
        where string.IsNullOrEmpty(resource["tags"]?[Tag]?.ToString())
        select $"{resource} has no tag {Tag}";
}
