namespace SlaMonitor.Webhooks;

/// <summary>The helpdesks that we understand: a folder each, and a line here.</summary>
public static class Kinds
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
        new StandardWebhooks.StandardWebhooksKind(),
    ];

    internal static string Names => string.Join(", ", All.Select(kind => kind.Name));

    internal static HelpdeskKind? Find(string? name) => All.FirstOrDefault(kind => kind.Name.Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase));
}
