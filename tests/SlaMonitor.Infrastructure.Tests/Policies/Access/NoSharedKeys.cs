using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Access;

/// <summary>Storage is opened by identities only: an account key would open all of it to whoever has it.</summary>
internal sealed class NoSharedKeys : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        Unless(snapshot, "Microsoft.Storage/storageAccounts", "takes account keys", account =>
            account.IsFalse("properties.allowSharedKeyAccess"));
}
