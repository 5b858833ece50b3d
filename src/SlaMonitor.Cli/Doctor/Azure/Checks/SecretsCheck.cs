using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>Whether the platform has fetched the secrets for the app.</summary>
internal sealed class SecretsCheck(AzureCli azure, DeployedApp app) : ICheck
{
    public string Name => "secrets";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var id = $"{await app.IdAsync(cancellationToken)}/config/configreferences/appsettings";
        var references = (await azure.ReadAsync(id, "2022-03-01", cancellationToken)).Items().ToList();
        var unresolved = references
            .Select(reference => (Name: reference.Text("name"), Status: reference["properties"]?.TextOrNull("status")))
            .Where(reference => reference.Status != "Resolved")
            .Select(reference => $"{reference.Name}: {reference.Status ?? "unknown"}")
            .ToList();
        if (references.Count == 0) return Finding.Failed("no setting refers to the Key Vault", "azd provision");

        return unresolved.Count == 0
            ? Finding.Ok($"{references.Count} fetched from the Key Vault")
            : Finding.Failed(string.Join(", ", unresolved), "azd hooks run postprovision; then docs/deploy.md, 'Let the app fetch it'");
    }
}
