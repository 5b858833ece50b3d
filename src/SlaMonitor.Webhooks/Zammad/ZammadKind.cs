using System.Security.Cryptography;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Zammad;

/// <summary>Zammad: the standard payload of a webhook that triggers notify.</summary>
internal sealed class ZammadKind : HelpdeskKind
{
    /// <inheritdoc />
    public override string Name => "zammad";

    internal override Traits Traits { get; } = new()
    {
        Statuses = new Dictionary<string, TicketStatus>(StringComparer.OrdinalIgnoreCase)
        {
            ["new"] = TicketStatus.New,
            ["open"] = TicketStatus.Open,
            ["pending reminder"] = TicketStatus.Pending,
            ["pending close"] = TicketStatus.Pending,
            ["closed"] = TicketStatus.Closed,
        },
        Deleted = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "removed" },
        Priorities = new Dictionary<string, TicketPriority>(StringComparer.OrdinalIgnoreCase)
        {
            ["1 low"] = TicketPriority.Low,
            ["2 normal"] = TicketPriority.Normal,
            ["3 high"] = TicketPriority.High,
        },
    };

    /// <inheritdoc />
    public override Verdict Verify(WebhookRequest request, Keyring keyring, Instant now)
    {
        // Zammad signs nothing where its webhook has no token.
        if (request.Header("X-Hub-Signature") is not { } signature) return Verdict.Missing;

        return Hmac.IsTagged(keyring, HashAlgorithmName.SHA1, signature, request.Body.Span) ? Verdict.Genuine : Verdict.Wrong;
    }

    internal override void Translate(Translator translator) => TicketWebhook.Translate(translator);
}
