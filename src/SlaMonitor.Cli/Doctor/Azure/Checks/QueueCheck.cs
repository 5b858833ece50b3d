using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>What waits in the queue, and what was given up. A message is never taken to look at it: it would be a delivery.</summary>
internal sealed class QueueCheck(AzureCli azure, DeployedApp app, Installation installation) : ICheck
{
    /// <summary>The setting with the queue's name.</summary>
    public const string Setting = "NotificationsQueue";

    public string Name => "queue";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var name = await app.SettingAsync(Setting, cancellationToken);
        if (name is null) return Finding.Failed($"the app's setting {Setting} is missing", "azd provision");

        var queue = await azure.AskAsync(
            cancellationToken, "servicebus", "queue", "show", "--resource-group", installation.ResourceGroup,
            "--namespace-name", installation.ServiceBus, "--name", name);
        var counts = queue["countDetails"] ?? throw new InvalidOperationException("'countDetails' is missing");
        var (waiting, dead) = (counts.Count("activeMessageCount"), counts.Count("deadLetterMessageCount"));
        var seen = $"{name}: {waiting} waiting, {dead} dead letter(s), {queue.TextOrNull("status")}";
        if (queue.TextOrNull("status") != "Active") return Finding.Failed(seen, "set it to active in the portal");

        return dead == 0 ? Finding.Ok(seen) : Finding.Failed(seen, "docs/deploy.md, 'Dead letters'");
    }
}
