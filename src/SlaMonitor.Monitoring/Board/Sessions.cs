using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Monitoring.Board;

/// <summary>
/// Sessions of people who have shown a key to the board: a JSON Web Token (RFC 7519) under HS256, which a browser keeps in a cookie. Its
/// signature hangs on the key that was shown as well as on the monitor's own secret; so it ends when either is changed.
/// </summary>
public sealed class Sessions(AccessKeys keys, IOptions<AcknowledgeOptions> secrets, IClock clock)
{
    private const string Issuer = "slamonitor";
    private const string Audience = "slamonitor/session";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MaximumTokenSizeInBytes = 4096 };

    /// <summary>How long a session lasts: a day's work.</summary>
    public static Duration Lifetime { get; } = Duration.FromHours(12);

    /// <summary>Opens a session.</summary>
    /// <param name="caller">Who has shown a key.</param>
    /// <returns>The token; <c>null</c> where the key is none of ours.</returns>
    /// <exception cref="SecretUnavailableException">The secret that signs has not come from where it is kept.</exception>
    public string? Open(Caller caller)
    {
        bool[] kinds = [true, false];
        foreach (var isAdmin in kinds)
        {
            if (!(isAdmin ? keys.LetPassAsAdmin(caller) : keys.LetPass(caller)) || SigningKey(isAdmin) is not { } key) continue;

            var now = clock.GetCurrentInstant();
            return _handler.CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = Audience,
                IssuedAt = now.ToDateTimeUtc(),
                Expires = (now + Lifetime).ToDateTimeUtc(),
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
            });
        }

        return null;
    }

    /// <summary>Whether a token is of a session that goes on.</summary>
    /// <exception cref="SecretUnavailableException">The secret that signs has not come from where it is kept.</exception>
    public async Task<bool> IsOpenAsync(string token)
    {
        SecurityKey[] ours = [.. new[] { SigningKey(isAdmin: true), SigningKey(isAdmin: false) }.OfType<SecurityKey>()];
        if (ours.Length == 0) return false;

        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidTypes = ["JWT"],
            IssuerSigningKeys = ours,
            RequireExpirationTime = true,
            ValidateLifetime = false, // by the monitor's own clock, as acknowledge links
        });
        return result.IsValid && result.SecurityToken is JsonWebToken read
            && clock.GetCurrentInstant() < Instant.FromDateTimeUtc(DateTime.SpecifyKind(read.ValidTo, DateTimeKind.Utc));
    }

    private SymmetricSecurityKey? SigningKey(bool isAdmin)
    {
        if (keys.HashOf(isAdmin) is not { } hash) return null;
        if (KeyVaultReference.IsUnresolved(secrets.Value.Key))
            throw new SecretUnavailableException("The key that signs sessions has not come from the Key Vault.");

        return new SymmetricSecurityKey(HMACSHA256.HashData(Convert.FromBase64String(secrets.Value.Key), hash));
    }
}
