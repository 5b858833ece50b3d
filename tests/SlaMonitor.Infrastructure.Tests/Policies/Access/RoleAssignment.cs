using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Access;

/// <summary>A role assignment of a snapshot.</summary>
internal sealed record RoleAssignment(Resource Resource)
{
    private const string Type = "Microsoft.Authorization/roleAssignments";

    public string RoleId => Resource.Text("properties.roleDefinitionId").Split('/')[^1];

    public string PrincipalType => Resource.Text("properties.principalType");

    /// <summary>
    /// Whether it is the identity's of the snapshot: Azure gives that its id when it is made, so that until then it is an expression.
    /// </summary>
    public bool IsOfTheApp => Resource.Text("properties.principalId").Contains("/userAssignedIdentities/", StringComparison.Ordinal);

    /// <summary>The resource that it is for; null where it is for a resource group or a subscription.</summary>
    public Resource? On(Snapshot snapshot) =>
        snapshot.Resources.FirstOrDefault(resource => resource.Id == Resource.Scope && !resource.Is("Microsoft.Resources/resourceGroups"));

    public static IEnumerable<RoleAssignment> Of(Snapshot snapshot) =>
        snapshot.OfType(Type).Select(resource => new RoleAssignment(resource));
}
