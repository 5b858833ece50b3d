using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace SlaMonitor.Monitoring.Secrets;

/// <summary>
/// The one rule of who may pass, under either host. The admin key opens everything, the function key what is not for administrators. While
/// neither is set, a host that listens on this machine alone lets pass what was sent from this machine and addressed to it; any other host
/// lets nobody pass. A key that has not come from the Key Vault opens nothing.
/// </summary>
public sealed class AccessKeys
{
    /// <summary>The setting that holds the function key.</summary>
    public const string FunctionKeySetting = "FunctionKey";

    /// <summary>The setting that holds the admin key.</summary>
    public const string AdminKeySetting = "AdminKey";

    /// <summary>The header that a key is sent in.</summary>
    public const string Header = "x-functions-key";

    /// <summary>The part of the query that a key is sent in, where there is no header.</summary>
    public const string Query = "code";

    private readonly byte[]? _functionKey;
    private readonly byte[]? _adminKey;
    private readonly bool _trustsThisMachine;

    /// <summary>Reads the keys.</summary>
    /// <param name="configuration">Where they are set.</param>
    /// <param name="isLocal">
    /// Whether the host is on this machine and, without a key, listens to nobody else. Behind the Functions host every request seems to
    /// come from this machine, so that proves nothing there.
    /// </param>
    public AccessKeys(IConfiguration configuration, bool isLocal)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        var (functionKey, adminKey) = (configuration[FunctionKeySetting], configuration[AdminKeySetting]);
        AreSet = !string.IsNullOrWhiteSpace(functionKey) || !string.IsNullOrWhiteSpace(adminKey);
        _trustsThisMachine = isLocal && !AreSet;
        (_functionKey, _adminKey) = (Ours(functionKey), Ours(adminKey));
    }

    /// <summary>Whether anyone must present a key at all.</summary>
    public bool AreSet { get; }

    /// <summary>Whether a caller may do what administrators do.</summary>
    public bool LetPassAsAdmin(Caller caller) => _trustsThisMachine ? caller.IsThisMachine : Same(caller, _adminKey);

    /// <summary>Whether a caller may call functions.</summary>
    public bool LetPass(Caller caller) => LetPassAsAdmin(caller) || Same(caller, _functionKey);

    /// <summary>
    /// What a session is signed with beside the monitor's own secret, so that it ends when the key does that it was opened with.
    /// </summary>
    /// <param name="isAdmin">Of the admin key, or else of the function key.</param>
    /// <returns>A hash of the key; <c>null</c> where there is none.</returns>
    internal byte[]? HashOf(bool isAdmin) => isAdmin ? _adminKey : _functionKey;

    private static byte[]? Ours(string? key) => string.IsNullOrWhiteSpace(key) || KeyVaultReference.IsUnresolved(key) ? null : Hash(key);

    // Hashes have one length, so comparing them tells nothing of the key's.
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key.Trim()));

    private static bool Same(Caller caller, byte[]? key) =>
        key is not null && caller.Key is { } given && CryptographicOperations.FixedTimeEquals(Hash(given), key);
}
