using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Glpi;

/// <summary>GLPI 11: webhooks of tickets and of their followups.</summary>
internal sealed partial class GlpiKind : HelpdeskKind
{
    /// <inheritdoc />
    public override string Name => "glpi";

    /// <inheritdoc />
    public override string? ChallengeParameter => "crc_token";

    internal override Traits Traits { get; } = new()
    {
        // The time is that of queueing, and the queue is emptied by a cron job, with repeats.
        ReplayWindow = Duration.FromDays(1),
        Statuses = new Dictionary<string, TicketStatus>(StringComparer.OrdinalIgnoreCase)
        {
            ["1"] = TicketStatus.New,
            ["2"] = TicketStatus.Open,
            ["3"] = TicketStatus.Open,
            ["4"] = TicketStatus.Pending,
            ["5"] = TicketStatus.Resolved,
            ["6"] = TicketStatus.Closed,
            ["10"] = TicketStatus.OnHold,
        },
        Priorities = new Dictionary<string, TicketPriority>(StringComparer.OrdinalIgnoreCase)
        {
            ["1"] = TicketPriority.Low,
            ["2"] = TicketPriority.Low,
            ["3"] = TicketPriority.Normal,
            ["4"] = TicketPriority.High,
            ["5"] = TicketPriority.Urgent,
            ["6"] = TicketPriority.Urgent,
        },
    };

    /// <inheritdoc />
    public override Verdict Verify(WebhookRequest request, Keyring keyring, Instant now)
    {
        if (request.Header("X-GLPI-signature") is not { } signature || request.Header("X-GLPI-timestamp") is not { } stamp)
            return Verdict.Missing;

        return Hmac.IsSha256Hex(keyring, signature, request.Body.Span, Encoding.UTF8.GetBytes(stamp))
            ? ReplayWindow.Check(ReplayWindow.Seconds(stamp), keyring, now)
            : Verdict.Wrong;
    }

    /// <summary>
    /// GLPI asks for the keyed hash of a text of its choosing, and with the same key it signs its messages: whoever could have any text
    /// hashed here could sign any message. So only what no message can be is answered: letters, digits, - and _, which is never the JSON
    /// object that a message is.
    /// </summary>
    public override string? Answer(string challenge, Keyring keyring)
    {
        ArgumentNullException.ThrowIfNull(keyring);
        return Token().IsMatch(challenge) ? Hmac.Sha256Hex(keyring, challenge) : null;
    }

    internal override void Translate(Translator translator)
    {
        if (translator.Body.Get("item").Get("items_id").HasValue()) FollowupWebhook.Translate(translator);
        else TicketWebhook.Translate(translator);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,128}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
