using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Watching;

/// <summary>Whatever can say who did what to it says it to the workspace.</summary>
internal sealed class WhatIsDoneIsLogged : Policy
{
    private static readonly string[] Types =
    [
        "Microsoft.KeyVault/vaults",
        "Microsoft.ServiceBus/namespaces",
        "Microsoft.Storage/storageAccounts/blobServices",
        "Microsoft.Storage/storageAccounts/tableServices",
        "Microsoft.Web/sites",
    ];

    public override IEnumerable<string> Findings(Snapshot snapshot) =>
        from resource in Types.SelectMany(snapshot.OfType)
        where !snapshot.OfType("Microsoft.Insights/diagnosticSettings").Any(setting =>
            setting.Scope == resource.Id
            && setting.Text("properties.workspaceId").Contains("/workspaces/", StringComparison.Ordinal)
            && setting.Items("properties.logs").Any(log => (bool?)log["enabled"] is true))
        select $"{resource} tells nobody what is done to it";
}
