using System.Text.RegularExpressions;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.App;

/// <summary>
/// azd finds where to deploy to by a tag, and tells its hooks by outputs; and the secrets that it is told of are those that the app reads.
/// </summary>
internal sealed partial class AzdFindsTheApp : Policy
{
    private const string Secrets = "KEY_VAULT_SECRETS";
    private static readonly string[] Outputs =
        ["AZURE_LOCATION", "AZURE_RESOURCE_GROUP", "KEY_VAULT_NAME", Secrets, "MONITOR_URL", "SERVICE_MONITOR_NAME"];

    public override IEnumerable<string> Findings(Snapshot snapshot)
    {
        var read = snapshot.Settings.Values
            .Select(value => SecretName().Match(value))
            .Where(match => match.Success)
            .Select(match => match.Value);
        var told = (snapshot.Outputs[Secrets]?.AsArray() ?? []).Select(secret => (string)secret!);
        return
        [
            .. Unless(snapshot, "Microsoft.Web/sites", "is not tagged as azd's service", site =>
                site["tags"]?["azd-service-name"]?.ToString() == "monitor"),
            .. Outputs.Where(name => snapshot.Outputs[name] is null).Select(name => $"there is no output {name}"),
            .. read.Except(told).Select(secret => $"the app reads a secret {secret}, of which nobody is told"),
        ];
    }

    [GeneratedRegex("(?<=/secrets/)[a-z0-9-]+(?=\\)$)")]
    private static partial Regex SecretName();
}
