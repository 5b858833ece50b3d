using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>Whether telemetry arrives that says that deadlines are looked at.</summary>
internal sealed class HeartbeatCheck(AzureCli azure, Installation installation) : ICheck
{
    private const string Query =
        "customMetrics | where timestamp > ago(15m) and name == 'slamonitor.evaluation.runs' "
        + "and tostring(customDimensions['slamonitor.outcome']) == 'ok' | summarize runs = sum(valueSum)";

    public string Name => "heartbeat";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var answer = await azure.AskAsync(
            cancellationToken, "monitor", "app-insights", "query", "--app", installation.Insights,
            "--resource-group", installation.ResourceGroup, "--analytics-query", Query);
        var runs = answer["tables"]?[0]?["rows"]?[0]?[0]?.GetValue<double>() ?? 0;
        return runs > 0
            ? Finding.Ok($"{runs} evaluations ended well in 15 minutes")
            : Finding.Failed(
                "no evaluation has ended well for 15 minutes",
                "see 'health' and 'roles of the app'; telemetry of a new app takes some minutes");
    }
}
