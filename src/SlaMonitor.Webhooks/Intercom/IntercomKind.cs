using System.Security.Cryptography;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Intercom;

/// <summary>Intercom: the notifications of an app that subscribes to topics of conversations. A conversation is a ticket.</summary>
internal sealed class IntercomKind : HelpdeskKind
{
    /// <inheritdoc />
    public override string Name => "intercom";

    /// <summary>Intercom knows no status after "closed", and whatever the customer writes opens the conversation again.</summary>
    internal override Traits Traits { get; } = new()
    {
        Statuses = new Dictionary<string, TicketStatus>(StringComparer.OrdinalIgnoreCase)
        {
            ["open"] = TicketStatus.Open,
            ["snoozed"] = TicketStatus.Pending,
            ["closed"] = TicketStatus.Resolved,
        },
        Priorities = new Dictionary<string, TicketPriority>(StringComparer.OrdinalIgnoreCase)
        {
            ["not_priority"] = TicketPriority.Normal,
            ["priority"] = TicketPriority.High,
        },
    };

    /// <inheritdoc />
    public override Verdict Verify(WebhookRequest request, Keyring keyring, Instant now)
    {
        if (request.Header("X-Hub-Signature") is not { } signature) return Verdict.Missing;

        return Hmac.IsTagged(keyring, HashAlgorithmName.SHA1, signature, request.Body.Span) ? Verdict.Genuine : Verdict.Wrong;
    }

    internal override void Translate(Translator translator) => Notification.Translate(translator);
}
