using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Frappe;

/// <summary>Frappe Helpdesk: webhooks that send the templates in <c>docs/connect/frappe.md</c>.</summary>
internal sealed class FrappeKind : HelpdeskKind
{
    /// <inheritdoc />
    public override string Name => "frappe";

    /// <summary>The statuses and priorities that Frappe Helpdesk begins with. Replied pauses its own agreements too.</summary>
    internal override Traits Traits { get; } = new()
    {
        Statuses = new Dictionary<string, TicketStatus>(StringComparer.OrdinalIgnoreCase)
        {
            ["open"] = TicketStatus.Open,
            ["replied"] = TicketStatus.Pending,
            ["resolved"] = TicketStatus.Resolved,
            ["closed"] = TicketStatus.Closed,
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
        if (request.Header("X-Frappe-Webhook-Signature") is not { } signature) return Verdict.Missing;

        return Hmac.IsSha256Base64(keyring, signature, request.Body.Span) ? Verdict.Genuine : Verdict.Wrong;
    }

    internal override void Translate(Translator translator)
    {
        var happened = translator.Body.Get("event").Text()?.ToLowerInvariant() ?? string.Empty;
        if (happened is "message" or "comment") MessageWebhook.Translate(translator, happened);
        else TicketWebhook.Translate(translator, happened);
    }
}
