using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>Whether the app's identity has the roles that it works by.</summary>
internal sealed class AppRolesCheck(AzureCli azure, DeployedApp app) : ICheck
{
    /// <summary>What it needs: the table in docs/azure.md says for what.</summary>
    public static IReadOnlyList<string> Needed { get; } =
    [
        "Azure Service Bus Data Receiver", "Azure Service Bus Data Sender", "Key Vault Secrets User", "Monitoring Metrics Publisher",
        "Storage Blob Data Owner", "Storage Table Data Contributor",
    ];

    public string Name => "roles of the app";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var identities = (await app.ShowAsync(cancellationToken))["identity"]?["userAssignedIdentities"]?.AsObject();
        if (identities is null or { Count: 0 }) return Finding.Failed("the app has no identity of its own", "azd provision");

        var group = await app.GroupIdAsync(cancellationToken);
        var roles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, identity) in identities)
        {
            var given = await azure.AskAsync(
                cancellationToken, "role", "assignment", "list", "--all", "--assignee", identity!.Text("principalId"));
            roles.UnionWith(given.Items()
                .Where(role => role.Text("scope").StartsWith(group, StringComparison.OrdinalIgnoreCase))
                .Select(role => role.Text("roleDefinitionName")));
        }

        var missing = Needed.Where(role => !roles.Contains(role)).ToList();
        return missing.Count == 0
            ? Finding.Ok(string.Join(", ", roles.Order(StringComparer.Ordinal)))
            : Finding.Failed($"missing: {string.Join(", ", missing)}", "azd provision, which gives roles again; a new one takes minutes");
    }
}
