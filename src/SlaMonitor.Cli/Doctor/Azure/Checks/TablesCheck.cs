using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>Whether the tables are there.</summary>
internal sealed class TablesCheck(AzureCli azure, DeployedApp app, Installation installation) : ICheck
{
    /// <summary>The tables of the monitor.</summary>
    public static IReadOnlyList<string> Expected { get; } = ["Tickets", "Due", "Notifications", "Mails"];

    public string Name => "tables";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var account = $"{await app.GroupIdAsync(cancellationToken)}/providers/Microsoft.Storage/storageAccounts/{installation.Storage}";
        var found = (await azure.ReadAsync($"{account}/tableServices/default/tables", "2025-06-01", cancellationToken)).Texts("name");
        var missing = Expected.Except(found, StringComparer.OrdinalIgnoreCase).ToList();
        return missing.Count == 0
            ? Finding.Ok($"{string.Join(", ", Expected)} are there")
            : Finding.Failed($"missing: {string.Join(", ", missing)}", "azd provision");
    }
}
