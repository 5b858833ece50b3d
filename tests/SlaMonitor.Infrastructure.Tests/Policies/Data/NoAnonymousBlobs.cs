using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Data;

/// <summary>Nobody reads a blob without saying who they are.</summary>
internal sealed class NoAnonymousBlobs : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        [
            .. Unless(snapshot, "Microsoft.Storage/storageAccounts", "allows anonymous blobs", account =>
                account.IsFalse("properties.allowBlobPublicAccess")),
            .. Unless(snapshot, "Microsoft.Storage/storageAccounts/blobServices/containers", "is open to anybody", container =>
                container.Text("properties.publicAccess") == "None"),
        ];
}
