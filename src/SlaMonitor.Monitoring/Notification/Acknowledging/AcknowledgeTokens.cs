using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Secrets;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>
/// Signs what a link allows and reads it back. Nobody can make a token without the key, change one, or use one for another promise, mail or
/// person.
/// </summary>
public sealed class AcknowledgeTokens
{
    private const string Ticket = "tkt";
    private const string Clock = "clk";
    private const string Notification = "ntf";
    private const string Mail = "mail";
    private const string Agreement = "agr";
    private const string Month = "mon";
    private const string Rating = "rate";

    /// <summary>A report may be approved until the next one comes.</summary>
    private static readonly Duration ReportLifetime = Duration.FromDays(31);

    private static readonly SignedTokens Tokens = new("slamonitor/acknowledge", longest: 8192);

    private readonly SymmetricSecurityKey? _key;
    private readonly SecurityKey[] _keys;
    private readonly Duration _lifetime;

    /// <summary>Takes the keys from the settings.</summary>
    public AcknowledgeTokens(IOptions<AcknowledgeOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);

        _key = KeyOf(options.Value.Key);
        _lifetime = Duration.FromHours(options.Value.LinkHours);
        _keys = [.. new[] { _key, options.Value.PreviousKey is { Length: > 0 } previous ? KeyOf(previous) : null }.OfType<SecurityKey>()];
    }

    /// <summary>The token of a grant.</summary>
    /// <exception cref="SecretUnavailableException">The key has not come from where it is kept.</exception>
    public string Issue(AcknowledgeGrant grant, Instant now)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var claims = ClaimsOf(grant);
        claims[JwtRegisteredClaimNames.Sub] = grant.Recipient;
        return Tokens.Issue(_key ?? throw NoKey(), now, ExpiryOf(grant, now), claims);
    }

    /// <summary>What a token allows, and whether it still does; <c>null</c> where we did not sign it as it is.</summary>
    /// <exception cref="SecretUnavailableException">The key has not come from where it is kept: nobody can say.</exception>
    public async Task<(AcknowledgeGrant Grant, bool Expired)?> ReadAsync(string token, Instant now)
    {
        if (_key is null) throw NoKey();

        return await Tokens.ReadAsync(token, _keys) is { } read && GrantOf(read) is { } grant
            ? (grant, now >= SignedTokens.ExpiryOf(read))
            : null;
    }

    private Instant ExpiryOf(AcknowledgeGrant grant, Instant now) => grant switch
    {
        SurveyGrant survey => survey.Until,
        ReportGrant => now + ReportLifetime,
        _ => now + _lifetime,
    };

    private static Dictionary<string, object> ClaimsOf(AcknowledgeGrant grant) => grant switch
    {
        PromiseGrant promise => new(StringComparer.Ordinal)
        {
            [Ticket] = promise.TicketId,
            [Clock] = promise.Clock.ToString(),
            [Notification] = promise.NotificationId,
        },
        MailGrant mail => new(StringComparer.Ordinal) { [Mail] = mail.MailId },
        ReportGrant report => new(StringComparer.Ordinal) { [Agreement] = report.AgreementId, [Month] = report.Month },
        SurveyGrant survey => new(StringComparer.Ordinal) { [Ticket] = survey.TicketId, [Rating] = survey.Rating },
        _ => throw new ArgumentException($"There are no claims for a {grant.GetType().Name}.", nameof(grant)),
    };

    /// <summary>What is no id of ours, or names nobody, was not written by us, whoever has signed it.</summary>
    private static AcknowledgeGrant? GrantOf(JsonWebToken read)
    {
        try
        {
            return ReadGrant(read);
        }
        catch (InvalidOperationException)
        {
            return null; // bytes that are no text, in a claim
        }
    }

    private static AcknowledgeGrant? ReadGrant(JsonWebToken read)
    {
        if (string.IsNullOrEmpty(read.Subject)) return null;
        if (read.TryGetPayloadValue<string>(Mail, out var mail)) return StoredKey.IsRight(mail) ? new MailGrant(mail, read.Subject) : null;

        if (read.TryGetPayloadValue<string>(Agreement, out var agreement))
        {
            return StoredKey.IsRight(agreement) && read.TryGetPayloadValue<string>(Month, out var month) && StoredKey.IsRight(month)
                ? new ReportGrant(agreement, month, read.Subject)
                : null;
        }

        if (!read.TryGetPayloadValue<string>(Ticket, out var ticket) || !StoredKey.IsRight(ticket)) return null;
        if (read.TryGetPayloadValue<int>(Rating, out var rating))
        {
            return rating is >= 1 and <= TicketCounts.BestRating
                ? new SurveyGrant(ticket, rating, read.Subject, SignedTokens.ExpiryOf(read))
                : null;
        }

        return read.TryGetPayloadValue<string>(Clock, out var clock) && StoredKey.IsRight(clock)
            && read.TryGetPayloadValue<string>(Notification, out var notification) && StoredKey.IsRight(notification)
            ? new PromiseGrant(ticket, new ClockId(clock), read.Subject, notification)
            : null;
    }

    private static SecretUnavailableException NoKey() => new("The key that signs acknowledge links has not come from the Key Vault.");

    private static SymmetricSecurityKey? KeyOf(string base64)
    {
        if (KeyVaultReference.IsUnresolved(base64)) return null;

        var bytes = Convert.FromBase64String(base64);
        return bytes.Length >= AcknowledgeOptions.ShortestKey
            ? new SymmetricSecurityKey(bytes)
            : throw new OptionsValidationException(
                AcknowledgeOptions.Section, typeof(AcknowledgeOptions),
                [$"A key of {AcknowledgeOptions.Section} has {bytes.Length} bytes; it needs {AcknowledgeOptions.ShortestKey} or more."]);
    }
}
