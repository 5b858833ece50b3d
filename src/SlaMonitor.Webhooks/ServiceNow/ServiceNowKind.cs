using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.ServiceNow;

/// <summary>ServiceNow: what a business rule sends, by the script in <c>docs/connect/servicenow.md</c>.</summary>
internal sealed class ServiceNowKind : HelpdeskKind
{
    /// <inheritdoc />
    public override string Name => "servicenow";

    internal override Traits Traits { get; } = new()
    {
        SecretHeader = "X-Webhook-Secret",
        Statuses = new Dictionary<string, TicketStatus>(StringComparer.OrdinalIgnoreCase)
        {
            ["1"] = TicketStatus.New,
            ["2"] = TicketStatus.Open,
            ["3"] = TicketStatus.OnHold,
            ["6"] = TicketStatus.Resolved,
            ["7"] = TicketStatus.Closed,
            ["8"] = TicketStatus.Closed,
            ["new"] = TicketStatus.New,
            ["in progress"] = TicketStatus.Open,
            ["on hold"] = TicketStatus.OnHold,
            ["resolved"] = TicketStatus.Resolved,
            ["closed"] = TicketStatus.Closed,
            ["canceled"] = TicketStatus.Closed,
            ["archived"] = TicketStatus.Closed,
        },
        Priorities = new Dictionary<string, TicketPriority>(StringComparer.OrdinalIgnoreCase)
        {
            ["1"] = TicketPriority.Urgent,
            ["2"] = TicketPriority.High,
            ["3"] = TicketPriority.Normal,
            ["4"] = TicketPriority.Low,
            ["5"] = TicketPriority.Low,
        },
    };

    /// <inheritdoc />
    public override Verdict Verify(WebhookRequest request, Keyring keyring, Instant now) => SecretHeader.Verify(request, keyring);

    internal override void Translate(Translator translator) => RecordWebhook.Translate(translator);
}
