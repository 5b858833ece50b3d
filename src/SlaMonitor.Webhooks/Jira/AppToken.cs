using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using SlaMonitor.Webhooks.Signing;

namespace SlaMonitor.Webhooks.Jira;

/// <summary>
/// The token of an app's webhook: a JWT, HS256 with the app's secret, that expires. It proves who calls, not what was
/// sent: the body is not in it.
/// </summary>
internal static class AppToken
{
    private const int LongestToken = 8 * 1024;

    /// <summary>How far Atlassian's clock may be from ours.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = LongestToken };

    public static Verdict Verify(string token, Keyring keyring, Instant now)
    {
        var expired = false;
        var parameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuer = false, // the secret is the app's own: whoever has it is the issuer
            ValidateAudience = false,
            TryAllIssuerSigningKeys = true,
            IssuerSigningKeys = keyring.Keys.Select(key => new SymmetricSecurityKey(key)),
            LifetimeValidator = (begin, end, _, _) =>
            {
                var present = now.ToDateTimeUtc();
                expired = end is null || end < present - Skew || (begin is { } from && from > present + Skew);
                return !expired;
            },
        };

        // A symmetric key needs no configuration from afar, so this has ended when it returns.
        var result = Handler.ValidateTokenAsync(token, parameters).GetAwaiter().GetResult();
        if (result.IsValid) return Verdict.Genuine;

        return expired ? Verdict.Stale : Verdict.Wrong;
    }
}
