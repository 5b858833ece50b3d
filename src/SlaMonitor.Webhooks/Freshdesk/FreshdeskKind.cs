using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Freshdesk;

/// <summary>
/// Freshdesk: webhooks of automation rules. They are not signed, have no id, and tell the time only if the rule's body asks for it.
/// </summary>
internal sealed class FreshdeskKind : HelpdeskKind
{
    /// <inheritdoc />
    public override string Name => "freshdesk";

    internal override Traits Traits { get; } = new()
    {
        SecretHeader = "X-Api-Key",
        Statuses = new Dictionary<string, TicketStatus>(StringComparer.OrdinalIgnoreCase)
        {
            ["2"] = TicketStatus.Open,
            ["open"] = TicketStatus.Open,
            ["3"] = TicketStatus.Pending,
            ["pending"] = TicketStatus.Pending,
            ["4"] = TicketStatus.Resolved,
            ["resolved"] = TicketStatus.Resolved,
            ["5"] = TicketStatus.Closed,
            ["closed"] = TicketStatus.Closed,
            ["6"] = TicketStatus.Pending,
            ["waiting on customer"] = TicketStatus.Pending,
            ["7"] = TicketStatus.OnHold,
            ["waiting on third party"] = TicketStatus.OnHold,
            ["archived"] = TicketStatus.Closed,
        },
        Deleted = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "deleted", "spam", "trash" },
        Priorities = new Dictionary<string, TicketPriority>(StringComparer.OrdinalIgnoreCase)
        {
            ["1"] = TicketPriority.Low,
            ["low"] = TicketPriority.Low,
            ["2"] = TicketPriority.Normal,
            ["medium"] = TicketPriority.Normal,
            ["3"] = TicketPriority.High,
            ["high"] = TicketPriority.High,
            ["4"] = TicketPriority.Urgent,
            ["urgent"] = TicketPriority.Urgent,
        },
    };

    /// <inheritdoc />
    public override Verdict Verify(WebhookRequest request, Keyring keyring, Instant now) => SecretHeader.Verify(request, keyring);

    internal override void Translate(Translator translator) => RuleWebhook.Translate(translator);
}
