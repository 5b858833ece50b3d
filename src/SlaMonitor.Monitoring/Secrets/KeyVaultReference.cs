using System.Text.RegularExpressions;

namespace SlaMonitor.Monitoring.Secrets;

/// <summary>
/// In Azure a secret is set as a reference to the Key Vault, and comes to the program as the secret. Where Azure could not fetch it, it
/// comes as the reference itself, letter for letter: <c>@Microsoft.KeyVault(SecretUri=…)</c>. That is a text which anybody can guess. It
/// must sign nothing, open nothing and be sent nowhere.
/// </summary>
public static partial class KeyVaultReference
{
    private const string Beginning = "@Microsoft.KeyVault(";

    /// <summary>Whether a setting holds the reference instead of the secret.</summary>
    public static bool IsUnresolved(string? value) =>
        value is not null && value.AsSpan().TrimStart().StartsWith(Beginning, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with a setting, and what to do; <c>null</c> where it is no reference.</summary>
    /// <param name="setting">The setting, with colons: <c>SendGrid:ApiKey</c>.</param>
    /// <param name="value">What it holds.</param>
    public static string? Problem(string setting, string? value)
    {
        if (!IsUnresolved(value)) return null;

        var secret = SecretName().Match(value!) is { Success: true } name ? $"the secret '{name.Value}'" : "the secret";
        return $"{setting} has not come from the Key Vault: put {secret} there, see that the app's identity has the role Key Vault Secrets "
            + "User, and let the app fetch it anew (docs/deploy.md).";
    }

    [GeneratedRegex(
        @"(?<=(/secrets/|SecretName=))[A-Za-z0-9-]+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();
}
