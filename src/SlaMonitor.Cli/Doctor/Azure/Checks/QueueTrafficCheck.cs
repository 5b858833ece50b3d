using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>
/// Whether the app sends to the queue and receives from it, by what Azure counted in a day. A message of ours would be a dead letter, and
/// an alert.
/// </summary>
internal sealed class QueueTrafficCheck(AzureCli azure, DeployedApp app, Installation installation) : ICheck
{
    private const string Sent = "IncomingMessages";
    private const string Received = "OutgoingMessages";

    public string Name => "queue, in and out";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var metrics = await azure.AskAsync(
            cancellationToken, "monitor", "metrics", "list", "--resource", installation.ServiceBus,
            "--resource-group", installation.ResourceGroup, "--resource-type", "Microsoft.ServiceBus/namespaces",
            "--metrics", Sent, Received, "--aggregation", "Total", "--interval", "PT1H", "--offset", "24h",
            "--filter", $"EntityName eq '{await app.SettingAsync(QueueCheck.Setting, cancellationToken)}'");
        var (sent, received) = (Total(Sent), Total(Received));
        var seen = $"{sent} sent, {received} received in 24 hours";
        return (sent, received) switch
        {
            (0, 0) => Finding.Skipped(
                $"{seen}: no mail was ordered", "run it again after the first mail; docs/deploy.md, 'Verify at the first deployment', 4"),
            ( > 0, 0) => Finding.Failed(seen, "the app does not receive: docs/deploy.md, 'Verify at the first deployment', 4"),
            _ => Finding.Ok(seen),
        };

        long Total(string name) => (long)metrics.Items()
            .Where(metric => metric["name"]?.TextOrNull("value") == name)
            .SelectMany(metric => metric["timeseries"].Items())
            .SelectMany(series => series["data"].Items())
            .Sum(point => point["total"]?.GetValue<double>() ?? 0);
    }
}
