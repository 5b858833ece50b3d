using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Access;

/// <summary>Whoever has a role has it by the table, on what the table says.</summary>
internal sealed class RolesAreThoseOfTheTable : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        from role in RoleAssignment.Of(snapshot)
        let target = role.On(snapshot)
        where target is not null
            && !KnownRole.All.Any(known => known.Id == role.RoleId && target.Is(known.On) && known.IsOfTheApp == role.IsOfTheApp)
        select $"{(role.IsOfTheApp ? "the app" : "a deployer")} has role {role.RoleId} on {target}, which the table does not have";
}
