using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace SlaMonitor.Monitoring.Secrets;

/// <summary>
/// JSON Web Tokens (RFC 7519) under HS256, for one purpose each: what one purpose has signed, no other takes. They expire by the monitor's
/// own clock, which may run faster, and tests move it.
/// </summary>
/// <param name="audience">The purpose.</param>
/// <param name="longest">How many bytes a token has at most that is looked at.</param>
internal sealed class SignedTokens(string audience, int longest)
{
    private const string Issuer = "slamonitor";

    private readonly JsonWebTokenHandler _handler = new()
    {
        SetDefaultTimesOnTokenCreation = false,
        MaximumTokenSizeInBytes = longest,
    };

    /// <summary>A token.</summary>
    /// <param name="key">What it is signed with.</param>
    /// <param name="now">The present.</param>
    /// <param name="expiry">From when on it is good for nothing.</param>
    /// <param name="claims">What it says beside that.</param>
    public string Issue(SecurityKey key, Instant now, Instant expiry, Dictionary<string, object> claims) =>
        _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now.ToDateTimeUtc(),
            Expires = expiry.ToDateTimeUtc(),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
            Claims = claims,
        });

    /// <summary>What a token says, expired or not; <c>null</c> where none of the keys has signed it as it is.</summary>
    public async Task<JsonWebToken?> ReadAsync(string token, IEnumerable<SecurityKey> keys)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidTypes = ["JWT"],
            IssuerSigningKeys = keys,
            RequireExpirationTime = true,
            ValidateLifetime = false, // by the monitor's own clock: see ExpiryOf
        });
        return result.IsValid ? result.SecurityToken as JsonWebToken : null;
    }

    /// <summary>From when on a token is good for nothing.</summary>
    public static Instant ExpiryOf(JsonWebToken token) =>
        Instant.FromDateTimeUtc(DateTime.SpecifyKind(token.ValidTo, DateTimeKind.Utc));
}
