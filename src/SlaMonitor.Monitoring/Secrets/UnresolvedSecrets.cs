using Microsoft.Extensions.Configuration;

namespace SlaMonitor.Monitoring.Secrets;

/// <summary>
/// The secrets that this process was started without. It runs all the same, since events are not to be lost for want of a key; who needs a
/// secret does without, and the health says which are missing. When they are there, Azure starts the app anew.
/// </summary>
public sealed class UnresolvedSecrets(IConfiguration configuration)
{
    /// <summary>App Service gives every setting twice.</summary>
    private const string Copies = "APPSETTING_";

    /// <summary>What is missing and what to do, a sentence for each setting; nothing where all is well.</summary>
    public IReadOnlyList<string> Problems { get; } =
        [.. configuration.AsEnumerable()
            .Where(setting => !setting.Key.StartsWith(Copies, StringComparison.OrdinalIgnoreCase))
            .Select(setting => KeyVaultReference.Problem(setting.Key, setting.Value)).OfType<string>().Order(StringComparer.Ordinal)];
}
