using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Access;

/// <summary>Whatever can be told to take Entra ID only is told so.</summary>
internal sealed class NoLocalAuthentication : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        [
            .. Unless(
                snapshot, "Microsoft.ServiceBus/namespaces", "takes access keys", queue => queue.IsTrue("properties.disableLocalAuth")),
            .. Unless(snapshot, "Microsoft.Insights/components", "takes instrumentation keys", component =>
                component.IsTrue("properties.DisableLocalAuth")),
            .. Unless(snapshot, "Microsoft.OperationalInsights/workspaces", "takes workspace keys", workspace =>
                workspace.IsTrue("properties.features.disableLocalAuth")),
            .. Unless(snapshot, "Microsoft.KeyVault/vaults", "goes by access policies", vault =>
                vault.IsTrue("properties.enableRbacAuthorization") && vault["properties.accessPolicies"] is null),
            .. from site in snapshot.OfType("Microsoft.Web/sites")
               from door in new[] { "scm", "ftp" }
               where !snapshot
                   .OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
                   .Any(policy => policy.Name == $"{site.Name}/{door}" && policy.IsFalse("properties.allow"))
               select $"{site} takes a password for {door}",
        ];
}
