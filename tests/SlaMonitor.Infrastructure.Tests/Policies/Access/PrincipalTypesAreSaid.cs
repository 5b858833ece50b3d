using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Access;

/// <summary>Without its type, Azure looks a principal up, and does not find an identity that it made a moment ago.</summary>
internal sealed class PrincipalTypesAreSaid : Policy
{
    private static readonly string[] OfDeployers = ["User", "Group", "ServicePrincipal"];

    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        from role in RoleAssignment.Of(snapshot)
        where role.IsOfTheApp ? role.PrincipalType != "ServicePrincipal" : !OfDeployers.Contains(role.PrincipalType)
        select $"{role.Resource} says of its principal that it is '{role.PrincipalType}'";
}
