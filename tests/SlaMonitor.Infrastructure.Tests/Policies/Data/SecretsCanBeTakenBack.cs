using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Data;

/// <summary>A secret that was deleted by mistake is there for 90 days.</summary>
internal sealed class SecretsCanBeTakenBack : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        Unless(snapshot, "Microsoft.KeyVault/vaults", "forgets what is deleted", vault =>
            vault.IsTrue("properties.enableSoftDelete")
            && vault.Text("properties.softDeleteRetentionInDays") == "90"
            && !vault.IsFalse("properties.enablePurgeProtection"));
}
