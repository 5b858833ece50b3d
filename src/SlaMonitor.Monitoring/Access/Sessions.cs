using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Monitoring.Access;

/// <summary>
/// Sessions of people who have shown a key to the board: a signed token, which a browser keeps in a cookie. Its signature hangs on the key
/// that was shown as well as on the monitor's own secret; so it ends when either is changed. What its owner may do is read from the
/// settings each time, so that a role that is taken away is gone at once.
/// </summary>
public sealed class Sessions(AccessKeys keys, IOptions<AcknowledgeOptions> secrets, IClock clock)
{
    private const string Owner = "sub";

    private static readonly SignedTokens Tokens = new("slamonitor/session", longest: 4096);

    /// <summary>How long a session lasts: a day's work.</summary>
    public static Duration Lifetime { get; } = Duration.FromHours(12);

    /// <summary>Opens a session.</summary>
    /// <param name="caller">Who has shown a key.</param>
    /// <returns>The token; <c>null</c> where the key is none of ours, or none is needed.</returns>
    /// <exception cref="SecretUnavailableException">The secret that signs has not come from where it is kept.</exception>
    public string? Open(Caller caller)
    {
        if (keys.Find(caller) is not { } identity || KeyOf(identity) is not { } key) return null;

        var now = clock.GetCurrentInstant();
        return Tokens.Issue(key, now, now + Lifetime, new(StringComparer.Ordinal) { [Owner] = identity.Name });
    }

    /// <summary>Whose a token is; <c>null</c> where it is of no session that goes on.</summary>
    /// <exception cref="SecretUnavailableException">The secret that signs has not come from where it is kept.</exception>
    public async Task<Identity?> FindAsync(string token)
    {
        foreach (var (identity, hash) in keys.Hashes)
        {
            if (await Tokens.ReadAsync(token, [SigningKey(hash)]) is not { } read) continue;

            return clock.GetCurrentInstant() < SignedTokens.ExpiryOf(read) ? identity : null;
        }

        return null;
    }

    private SymmetricSecurityKey? KeyOf(Identity identity) =>
        keys.Hashes.Where(key => key.Opens == identity).Select(key => SigningKey(key.Hash)).FirstOrDefault();

    private SymmetricSecurityKey SigningKey(byte[] hash)
    {
        if (KeyVaultReference.IsUnresolved(secrets.Value.Key))
            throw new SecretUnavailableException("The key that signs sessions has not come from the Key Vault.");

        return new SymmetricSecurityKey(HMACSHA256.HashData(Convert.FromBase64String(secrets.Value.Key), hash));
    }
}
