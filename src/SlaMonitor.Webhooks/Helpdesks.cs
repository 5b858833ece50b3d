using SlaMonitor.Webhooks.Kinds;

namespace SlaMonitor.Webhooks;

/// <summary>The helpdesks that we understand: a folder each, and a line here.</summary>
public static class Helpdesks
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<HelpdeskKind> All { get; } =
    [
        new Zendesk.ZendeskKind(),
        new Jira.JiraKind(),
        new Freshdesk.FreshdeskKind(),
        new ServiceNow.ServiceNowKind(),
        new Zammad.ZammadKind(),
        new Glpi.GlpiKind(),
        new GitHub.GitHubKind(),
        new Intercom.IntercomKind(),
        new Chatwoot.ChatwootKind(),
        new HubSpot.HubSpotKind(),
        new Frappe.FrappeKind(),
        new StandardWebhooks.StandardWebhooksKind(),
    ];
}
