using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Chatwoot;

/// <summary>Chatwoot: the webhooks of an account. A conversation is a ticket.</summary>
internal sealed class ChatwootKind : HelpdeskKind
{
    /// <inheritdoc />
    public override string Name => "chatwoot";

    /// <summary>Pending means that a bot has the conversation, and no person yet: the clock runs.</summary>
    internal override Traits Traits { get; } = new()
    {
        ReplayWindow = Duration.FromMinutes(5),
        Statuses = new Dictionary<string, TicketStatus>(StringComparer.OrdinalIgnoreCase)
        {
            ["open"] = TicketStatus.Open,
            ["pending"] = TicketStatus.Open,
            ["snoozed"] = TicketStatus.Pending,
            ["resolved"] = TicketStatus.Resolved,
        },
        Priorities = new Dictionary<string, TicketPriority>(StringComparer.OrdinalIgnoreCase)
        {
            ["low"] = TicketPriority.Low,
            ["medium"] = TicketPriority.Normal,
            ["high"] = TicketPriority.High,
            ["urgent"] = TicketPriority.Urgent,
        },
    };

    /// <inheritdoc />
    public override Verdict Verify(WebhookRequest request, Keyring keyring, Instant now)
    {
        if (request.Header("X-Chatwoot-Signature") is not { } signature) return Verdict.Missing;
        if (request.Header("X-Chatwoot-Timestamp") is not { } stamp) return Verdict.Missing;

        return Hmac.IsTagged(keyring, HashAlgorithmName.SHA256, signature, Encoding.UTF8.GetBytes($"{stamp}."), request.Body.Span)
            ? ReplayWindow.Check(ReplayWindow.Seconds(stamp), keyring, now)
            : Verdict.Wrong;
    }

    internal override void Translate(Translator translator) => AccountWebhook.Translate(translator);
}
