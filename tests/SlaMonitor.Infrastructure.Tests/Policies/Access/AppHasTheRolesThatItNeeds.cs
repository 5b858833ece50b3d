using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Access;

/// <summary>
/// The app gets every role of the table, on every resource of the type: without keys, there is no other way in. One that is too broad
/// serves as well, and is another policy's to find.
/// </summary>
internal sealed class AppHasTheRolesThatItNeeds : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        from known in KnownRole.All
        where known.IsOfTheApp
        from resource in snapshot.OfType(known.On)
        where !RoleAssignment.Of(snapshot).Any(
            role => role.IsOfTheApp && role.RoleId == known.Id && resource.Id.StartsWith(role.Resource.Scope, StringComparison.Ordinal))
        select $"the app lacks role {known.Id} on {resource}";
}
