using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>Whether every alert is set and on, and tells somebody.</summary>
internal sealed class AlertsCheck(AzureCli azure, DeployedApp app) : ICheck
{
    /// <summary>What the names of the alerts end with: those of the table in docs/azure.md.</summary>
    public static IReadOnlyList<string> Expected { get; } =
        ["heartbeat", "lag", "dead-letters", "mails", "availability", "backlog", "webhooks"];

    public string Name => "alerts";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var on = (await ReadAsync("scheduledQueryRules", "2023-12-01", cancellationToken))
            .Concat(await ReadAsync("metricAlerts", "2018-03-01", cancellationToken));
        var missing = Expected.Where(name => !on.Any(set => set.EndsWith($"-{name}", StringComparison.Ordinal))).ToList();
        if (missing.Count > 0) return Finding.Failed($"missing, or off: {string.Join(", ", missing)}", "azd provision");

        var told = (await azure.ReadAsync(await TypeIdAsync("actionGroups", cancellationToken), "2023-01-01", cancellationToken)).Items()
            .Where(group => group["properties"]?.TextOrNull("enabled") == "true")
            .SelectMany(group => (group["properties"]!["emailReceivers"]).Texts("emailAddress")).Distinct(StringComparer.Ordinal).ToList();
        return told.Count > 0
            ? Finding.Ok($"all {Expected.Count} are on, and tell {string.Join(", ", told)}")
            : Finding.Failed("the alerts tell nobody", "azd env set OPERATOR_EMAIL you@example.com, azd provision");
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string type, string apiVersion, CancellationToken cancellationToken) =>
        [.. (await azure.ReadAsync(await TypeIdAsync(type, cancellationToken), apiVersion, cancellationToken)).Items()
            .Where(alert => alert["properties"]?.TextOrNull("enabled") == "true")
            .Select(alert => alert.Text("name"))];

    private async Task<string> TypeIdAsync(string type, CancellationToken cancellationToken) =>
        $"{await app.GroupIdAsync(cancellationToken)}/providers/Microsoft.Insights/{type}";
}
