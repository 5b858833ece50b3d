using System.Net;
using System.Text.Json.Nodes;
using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>What the monitor says of itself.</summary>
internal sealed class HealthCheck(MonitorClient monitor) : ICheck
{
    public string Name => "health";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var (status, body) = await monitor.GetWithKeyAsync("health/details", cancellationToken);
        if (!body.StartsWith('{')) return Finding.Failed($"{(int)status}, without JSON", "docs/deploy.md, 'When it does not work'");

        var health = JsonNode.Parse(body)!;
        var problems = (health["problems"] as JsonArray ?? []).Select(problem => problem?.ToString()).ToList();
        var seen = $"{(int)status} {health.TextOrNull("status")}";
        return status == HttpStatusCode.OK && problems.Count == 0
            ? Finding.Ok($"{seen}; in force: {string.Join(", ", (health["agreements"] as JsonArray ?? []).Select(one => one?.ToString()))}")
            : Finding.Failed($"{seen}: {string.Join(" ", problems)}", "docs/deploy.md, 'When it does not work'");
    }
}
