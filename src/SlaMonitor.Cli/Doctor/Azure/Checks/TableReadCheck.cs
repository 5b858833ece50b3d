using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>Whether the tables can be read by whoever looks. Whether the app can, its health and the canary show.</summary>
internal sealed class TableReadCheck(AzureCli azure, Installation installation) : ICheck
{
    private static readonly string[] NoLeave =
        ["AuthorizationPermissionMismatch", "AuthorizationFailure", "You do not have the required permissions"];

    public string Name => "tables, read";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var table in TablesCheck.Expected)
            {
                await azure.AskAsync(
                    cancellationToken, "storage", "entity", "query", "--table-name", table, "--account-name", installation.Storage,
                    "--auth-mode", "login", "--num-results", "1");
            }

            return Finding.Ok($"a row was asked for in each of {TablesCheck.Expected.Count}");
        }
        catch (CheckException e) when (NoLeave.Any(word => e.Message.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return Finding.Skipped(
                "you may not read them, which is as it was deployed; the app's own reading is seen in 'health' and 'canary'",
                "to look for yourself, take the role Storage Table Data Reader for as long as you need it");
        }
    }
}
