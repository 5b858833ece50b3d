using System.Text.RegularExpressions;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Access;

/// <summary>Secrets are references to our own Key Vault, and nothing anywhere looks like a key.</summary>
internal sealed partial class NoSecretIsWrittenDown : Policy
{
    /// <summary>Ends as a secret does, and is none.</summary>
    private const string PublicKey = "SendGrid__EventWebhook__PublicKey";

    public override IEnumerable<string> Findings(Snapshot snapshot)
    {
        var vault = snapshot.OfType("Microsoft.KeyVault/vaults").Select(resource => resource.Name).SingleOrDefault();
        var reference = new Regex($@"^@Microsoft\.KeyVault\(SecretUri=https://{vault}\.vault\.azure\.net/secrets/[a-z0-9-]+\)$");
        return snapshot.Settings
            .Where(setting => setting.Key != PublicKey && SecretName().IsMatch(setting.Key) && !reference.IsMatch(setting.Value))
            .Select(setting => $"{setting.Key} is no reference to the Key Vault")
            .Concat(LooksLikeAKey().Matches(snapshot.Text).Select(match => $"'{match.Value}' looks like a key"));
    }

    [GeneratedRegex("(Key|Secret|Password|Token|PingUrl)$")]
    private static partial Regex SecretName();

    [GeneratedRegex(
        @"AccountKey=|SharedAccessKey|SharedAccessSignature|\bSG\.[\w-]{16,}|\bwhsec_|listKeys\(|listSecrets\(", RegexOptions.IgnoreCase)]
    private static partial Regex LooksLikeAKey();
}
