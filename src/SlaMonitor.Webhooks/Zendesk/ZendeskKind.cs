using System.Text;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Zendesk;

/// <summary>
/// Zendesk: event webhooks, which Zendesk words, and trigger webhooks, which an administrator does. Both are signed alike.
/// </summary>
internal sealed class ZendeskKind : HelpdeskKind
{
    /// <inheritdoc />
    public override string Name => "zendesk";

    internal override Traits Traits { get; } = new()
    {
        ReplayWindow = Duration.FromMinutes(5),
        Statuses = new Dictionary<string, TicketStatus>(StringComparer.OrdinalIgnoreCase)
        {
            ["new"] = TicketStatus.New,
            ["open"] = TicketStatus.Open,
            ["pending"] = TicketStatus.Pending,
            ["hold"] = TicketStatus.OnHold,
            ["on-hold"] = TicketStatus.OnHold,
            ["on hold"] = TicketStatus.OnHold,
            ["solved"] = TicketStatus.Resolved,
            ["closed"] = TicketStatus.Closed,
            ["archived"] = TicketStatus.Closed,
        },
        Deleted = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "deleted", "scrubbed" },
        Priorities = new Dictionary<string, TicketPriority>(StringComparer.OrdinalIgnoreCase)
        {
            ["low"] = TicketPriority.Low,
            ["normal"] = TicketPriority.Normal,
            ["high"] = TicketPriority.High,
            ["urgent"] = TicketPriority.Urgent,
        },
    };

    /// <inheritdoc />
    public override Verdict Verify(WebhookRequest request, Keyring keyring, Instant now)
    {
        if (request.Header("X-Zendesk-Webhook-Signature") is not { } signature) return Verdict.Missing;
        if (request.Header("X-Zendesk-Webhook-Signature-Timestamp") is not { } stamp) return Verdict.Missing;

        return Hmac.IsSha256Base64(keyring, signature, Encoding.UTF8.GetBytes(stamp), request.Body.Span)
            ? ReplayWindow.Check(VendorTime.Read(stamp, DateTimeZone.Utc), keyring, now)
            : Verdict.Wrong;
    }

    internal override ExportReader CreateExportReader() => new ZendeskExport();

    internal override void Translate(Translator translator)
    {
        if (translator.Body.Get("zendesk_event_version").HasValue()
            || translator.Body.Get("type").Text()?.StartsWith(EventWebhook.TypePrefix, StringComparison.Ordinal) == true)
        {
            EventWebhook.Translate(translator);
        }
        else
        {
            TriggerWebhook.Translate(translator);
        }
    }
}
