using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Access;

/// <summary>Nobody gets a role for a whole resource group, let alone a subscription.</summary>
internal sealed class RolesAreForOneResource : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        from role in RoleAssignment.Of(snapshot)
        where role.On(snapshot) is null
        select $"{role.Resource} is for {role.Resource.Scope}, which is no single resource of ours";
}
