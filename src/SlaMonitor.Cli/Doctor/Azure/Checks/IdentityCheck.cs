using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>Who looks, and by which roles.</summary>
internal sealed class IdentityCheck(AzureCli azure, Installation installation) : ICheck
{
    public string Name => "identity";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var account = await azure.AskAsync(cancellationToken, "account", "show");
        var me = account["user"]?.TextOrNull("name") ?? throw new InvalidOperationException("the account has no user");
        var given = await azure.AskAsync(
            cancellationToken, "role", "assignment", "list", "--assignee", me, "--resource-group", installation.ResourceGroup,
            "--include-inherited", "--include-groups");
        var roles = given.Texts("roleDefinitionName").ToHashSet(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var seen = $"{me}, subscription {account.TextOrNull("name")}";
        return roles.Count > 0
            ? Finding.Ok($"{seen}; on {installation.ResourceGroup}: {string.Join(", ", roles)}")
            : Finding.Failed(
                $"{seen}; no role on {installation.ResourceGroup}", "is it the right subscription? az account set, or --subscription");
    }
}
