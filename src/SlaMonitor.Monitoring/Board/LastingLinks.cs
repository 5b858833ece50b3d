using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Secrets;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Board;

/// <summary>
/// Signs links that are given out once and stay good: a calendar to subscribe to, a badge in a helpdesk, a person's own shifts. Each is to
/// one thing. The same thing always has the same link; another key (<see cref="AcknowledgeOptions.Key"/>) ends them all.
/// </summary>
public sealed class LastingLinks(IOptions<AcknowledgeOptions> options)
{
    private const string Kind = "knd";
    private const string Part = "prt";

    private static readonly SignedTokens Tokens = new("slamonitor/lasting", longest: 8192);
    private static readonly Instant Beginning = Instant.FromUtc(2020, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2099, 12, 31, 0, 0);

    /// <summary>The token of a link.</summary>
    /// <exception cref="SecretUnavailableException">The key has not come from where it is kept.</exception>
    public string Issue(LastingLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return Tokens.Issue(KeyOf(options.Value.Key), Beginning, End, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [Kind] = link.Kind,
            [JwtRegisteredClaimNames.Sub] = link.Subject,
            [Part] = link.Part,
        });
    }

    /// <summary>What a token is a link to; <c>null</c> where we did not sign it as it is, or for something else.</summary>
    /// <param name="token">The token.</param>
    /// <param name="kind">What it has to be a link to.</param>
    /// <exception cref="SecretUnavailableException">The key has not come from where it is kept: nobody can say.</exception>
    public async Task<LastingLink?> ReadAsync(string token, string kind)
    {
        var keys = new List<SecurityKey> { KeyOf(options.Value.Key) };
        if (options.Value.PreviousKey is { Length: > 0 } previous && !KeyVaultReference.IsUnresolved(previous)) keys.Add(KeyOf(previous));

        return await Tokens.ReadAsync(token, keys) is { } read
            && read.TryGetPayloadValue<string>(Kind, out var signed) && signed == kind
            && StoredKey.IsRight(read.Subject) && read.TryGetPayloadValue<string>(Part, out var part)
            ? new LastingLink(kind, read.Subject, part)
            : null;
    }

    private static SymmetricSecurityKey KeyOf(string base64) => KeyVaultReference.IsUnresolved(base64)
        ? throw new SecretUnavailableException("The key that signs links has not come from the Key Vault.")
        : new SymmetricSecurityKey(Convert.FromBase64String(base64));
}
