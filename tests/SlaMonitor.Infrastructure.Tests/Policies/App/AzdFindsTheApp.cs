using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.App;

/// <summary>azd finds where to deploy to by this tag, and tells its hooks by these outputs.</summary>
internal sealed class AzdFindsTheApp : Policy
{
    private static readonly string[] Outputs = ["AZURE_LOCATION", "AZURE_RESOURCE_GROUP", "KEY_VAULT_NAME", "KEY_VAULT_SECRETS", "MONITOR_URL", "SERVICE_MONITOR_NAME"];

    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        [
            .. Unless(snapshot, "Microsoft.Web/sites", "is not tagged as azd's service", site => site["tags"]?["azd-service-name"]?.ToString() == "monitor"),
            .. Outputs.Where(name => snapshot.Outputs[name] is null).Select(name => $"there is no output {name}"),
        ];
}
