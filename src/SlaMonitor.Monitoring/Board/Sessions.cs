using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Monitoring.Board;

/// <summary>
/// Sessions of people who have shown a key to the board: a signed token, which a browser keeps in a cookie. Its signature hangs on the key
/// that was shown as well as on the monitor's own secret; so it ends when either is changed.
/// </summary>
public sealed class Sessions(AccessKeys keys, IOptions<AcknowledgeOptions> secrets, IClock clock)
{
    private static readonly SignedTokens Tokens = new("slamonitor/session", longest: 4096);

    /// <summary>How long a session lasts: a day's work.</summary>
    public static Duration Lifetime { get; } = Duration.FromHours(12);

    /// <summary>Opens a session.</summary>
    /// <param name="caller">Who has shown a key.</param>
    /// <returns>The token; <c>null</c> where the key is none of ours.</returns>
    /// <exception cref="SecretUnavailableException">The secret that signs has not come from where it is kept.</exception>
    public string? Open(Caller caller)
    {
        var key = keys.LetPassAsAdmin(caller) ? SigningKey(isAdmin: true) : keys.LetPass(caller) ? SigningKey(isAdmin: false) : null;
        var now = clock.GetCurrentInstant();
        return key is null ? null : Tokens.Issue(key, now, now + Lifetime, []);
    }

    /// <summary>Whether a token is of a session that goes on.</summary>
    /// <exception cref="SecretUnavailableException">The secret that signs has not come from where it is kept.</exception>
    public async Task<bool> IsOpenAsync(string token)
    {
        var ours = new[] { SigningKey(isAdmin: true), SigningKey(isAdmin: false) }.OfType<SecurityKey>();
        return await Tokens.ReadAsync(token, ours) is { } read && clock.GetCurrentInstant() < SignedTokens.ExpiryOf(read);
    }

    private SymmetricSecurityKey? SigningKey(bool isAdmin)
    {
        if (keys.HashOf(isAdmin) is not { } hash) return null;
        if (KeyVaultReference.IsUnresolved(secrets.Value.Key))
            throw new SecretUnavailableException("The key that signs sessions has not come from the Key Vault.");

        return new SymmetricSecurityKey(HMACSHA256.HashData(Convert.FromBase64String(secrets.Value.Key), hash));
    }
}
