namespace SlaMonitor.Webhooks.Connections;

/// <summary>
/// One connection, as it is configured: <c>Webhooks:Connections:{name}</c>. Lists are texts, <c>theirs=ours, theirs=ours</c>: what the
/// helpdesk calls it, and what we do. They come before the kind's own.
/// </summary>
public sealed class ConnectionOptions
{
    /// <summary>The helpdesk: <c>zendesk</c>, <c>jira</c>…</summary>
    public string? Kind { get; set; }

    /// <summary>The secret that the helpdesk signs with or sends. Required, at least eight characters.</summary>
    public string? Secret { get; set; }

    /// <summary>A second secret that is taken as well, while the helpdesk is moved from one to the other.</summary>
    public string? SecondSecret { get; set; }

    /// <summary>The header that holds the secret, for a kind that cannot sign.</summary>
    /// <value>The kind's own by default: <c>X-Api-Key</c> for Freshdesk, <c>X-Webhook-Secret</c> for ServiceNow.</value>
    public string? SecretHeader { get; set; }

    /// <summary>
    /// The address to which the helpdesk sends, to the letter as it is set there, for a kind that signs it:
    /// <c>https://sla.example.com/api/webhooks/acme</c>. Behind a proxy the request alone does not tell it. Required for HubSpot.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>How far the time that was signed may lie from ours, for a kind that stamps one.</summary>
    /// <value>Five minutes by default; a day for GLPI, which stamps when it queues.</value>
    public TimeSpan? ReplayWindow { get; set; }

    /// <summary>The zone of times that come without any, as <c>Europe/Berlin</c>.</summary>
    /// <value>UTC by default.</value>
    public string? TimeZone { get; set; }

    /// <summary>Statuses (for GitHub: labels): <c>Waiting for vendor=onHold, Parked=pending</c>.</summary>
    public string? Statuses { get; set; }

    /// <summary>Priorities (for GitHub: labels): <c>P1=urgent, P2=high</c>.</summary>
    public string? Priorities { get; set; }

    /// <summary>
    /// Where in the body a field stands that differs by installation: <c>issue.fields.customfield_10050.value=category</c>; and fields that
    /// agreements ask for by name: <c>issue.fields.customfield_10060=fields.tier</c>. <c>ticket.due_at=agreedDue.resolution</c>: when the
    /// field changes, the time in it is agreed for the ticket.
    /// </summary>
    public string? Fields { get; set; }

    /// <summary>Agents by the helpdesk's ids: <c>8447388090494=anna@example.com</c>. They are staff.</summary>
    public string? Agents { get; set; }

    /// <summary>Groups by the helpdesk's ids: <c>8447320466430=Support L1</c>.</summary>
    public string? Groups { get; set; }

    /// <summary>Customers by the helpdesk's ids: <c>8447346622462=acme</c>.</summary>
    public string? Customers { get; set; }

    /// <summary>Who else is staff: ids, logins or addresses, and <c>@example.com</c> for a whole domain.</summary>
    public string? Staff { get; set; }

    /// <summary>The customer of every ticket, where the connection serves one only.</summary>
    public string? Customer { get; set; }

    /// <summary>
    /// Where a person opens a ticket, for a helpdesk that does not say: <c>https://acme.zendesk.com/agent/tickets/{id}</c>.
    /// </summary>
    public string? TicketUrl { get; set; }

    /// <summary>What stands before the name of what happened, for <c>standard-webhooks</c>: <c>ticket.</c> by default.</summary>
    public string? TypePrefix { get; set; }
}
