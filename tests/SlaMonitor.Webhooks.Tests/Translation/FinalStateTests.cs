using System.Text.Json.Nodes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Stories;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Tests.Translation;

/// <summary>States in which helpdesks keep tickets that are over: they end what is open, and change nothing else.</summary>
public sealed class FinalStateTests
{
    private static readonly Instant Solved = Instant.FromUtc(2026, 5, 4, 12, 0);

    /// <summary>A message that says that the ticket is solved, by kind.</summary>
    private static readonly Dictionary<string, string> SolvedBy = new(StringComparer.Ordinal)
    {
        ["zendesk"] = "zendesk/ticket.status_changed.solved.json",
        ["jira"] = "jira/jira.issue_updated.resolved.json",
        ["freshdesk"] = "freshdesk/status_changed.resolved.json",
        ["servicenow"] = "servicenow/incident.resolved.json",
        ["zammad"] = "zammad/ticket.closed.json",
        ["glpi"] = "glpi/ticket.update.solved.json",
        ["github"] = "github/issues.closed.json",
    };

    /// <summary>A later message, where it says which state, and whether that means that the ticket is no more.</summary>
    public static TheoryData<string, string, string, bool> States => new()
    {
        { "zendesk/ticket.status_changed.closed.json", "event.current", "ARCHIVED", false },
        { "zendesk/ticket.status_changed.closed.json", "event.current", "DELETED", true },
        { "zendesk/ticket.status_changed.closed.json", "event.current", "SCRUBBED", true },
        { "zendesk/ticket.priority_changed.json", "detail.status", "archived", false },
        { "zendesk/ticket.priority_changed.json", "detail.status", "deleted", true },
        { "zendesk/trigger.rendered.json", "status", "Deleted", true },
        { "jira/jira.issue_updated.closed.json", "issue.fields.status.name", "Archived", false },
        { "jira/jira.issue_updated.assignee.json", "issue.fields.status.name", "Deleted", true },
        { "freshdesk/status_changed.closed.json", "freshdesk_webhook.ticket_status", "Archived", false },
        { "freshdesk/status_changed.closed.json", "freshdesk_webhook.ticket_status", "Spam", true },
        { "servicenow/incident.closed.json", "state", "Archived", false },
        { "servicenow/incident.closed.json", "event", "deleted", true },
        { "zammad/ticket.pending_reminder.json", "ticket.state", "removed", true },
        { "zammad/ticket.pending_reminder.json", "ticket.state", "merged", true },
        { "glpi/ticket.update.closed.json", "item.is_deleted", "true", true },
        { "glpi/ticket.update.closed.json", "event", "purge", true },
        { "github/issues.assigned.json", "action", "transferred", true },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void State_ThatIsFinal_IsNoReturn_AndChangesNothingButTheEnd(
        string later, string path, string word, bool isGone)
    {
        var kind = HelpdeskSamples.KindOf(later);
        var solved = SolvedBy[kind];
        var before = Read(kind, Edit.Sample(solved, [.. Stamp(solved, Solved)])).Events;
        var translated = Read(kind, Edit.Sample(later, [.. Stamp(later, Solved + Duration.FromHours(2)), (path, word), .. Trigger(later)]));
        var ticket = Ticket.Fold([.. before, .. translated.Events])!;

        Assert.Empty(translated.Notices);
        Assert.Equal(isGone, ticket.IsGone);
        Assert.Equal(new Settlement(before[^1].Time, null, Gone: false), Assert.Single(ticket.Settlements));
    }

    [Theory]
    [InlineData("zendesk", "zendesk/ticket.status_changed.closed.json", "event.current")]
    [InlineData("jira", "jira/jira.issue_updated.closed.json", "issue.fields.status.name")]
    [InlineData("servicenow", "servicenow/incident.closed.json", "state")]
    [InlineData("zammad", "zammad/ticket.closed.json", "ticket.state")]
    public void State_ThatNobodyKnows_CountsAsOpen_AndIsShown(string kind, string sample, string path)
    {
        var translated = Read(kind, Edit.Sample(sample, (path, "Frozen"), ("issue.fields.status.statusCategory", null)));

        Assert.Equal(TicketStatus.Open, translated.Events[^1].Change.Status);
        Assert.Contains(new Notice(NoticeKind.UnknownStatus, "Frozen"), translated.Notices);
    }

    [Fact]
    public void State_OfTheList_IsWhatTheConnectionSaysItIs()
    {
        var translated = Read(
            "zendesk", Edit.Sample("zendesk/ticket.status_changed.closed.json", ("event.current", "DELETED")),
            options => options.Statuses = "deleted=pending");

        Assert.Equal(TicketStatus.Pending, translated.Events.Single().Change.Status);
    }

    [Theory]
    [InlineData("zendesk", "zendesk/ticket.soft_deleted.json", "type", "zen:event-type:ticket.undeleted")]
    [InlineData("glpi", "glpi/ticket.update.priority.json", "event", "restore")]
    public void Ticket_ThatComesBackFromTheDustbin_IsOpenAgain(string kind, string sample, string path, string word)
    {
        var gone = Read(kind, Edit.Sample(
            kind == "glpi" ? "glpi/ticket.update.priority.json" : "zendesk/ticket.soft_deleted.json",
            [.. Stamp(sample, Solved), kind == "glpi" ? ("event", "delete") : ("id", "gone")])).Events;
        var back = Read(kind, Edit.Sample(sample, [.. Stamp(sample, Solved + Duration.FromHours(1)), (path, word)])).Events;

        Assert.False(Ticket.Fold([.. gone, .. back])!.IsGone);
    }

    private static IEnumerable<(string, JsonNode?)> Stamp(string sample, Instant time) =>
        HelpdeskSamples.KindOf(sample) switch
        {
            "zendesk" when sample.Contains("trigger", StringComparison.Ordinal) => [("updated_at", Edit.Iso(time))],
            "zendesk" => [("time", Edit.Iso(time)), ("id", $"event-{time.ToUnixTimeSeconds()}")],
            "jira" => [("timestamp", time.ToUnixTimeMilliseconds()), ("changelog.id", $"{time.ToUnixTimeSeconds()}")],
            "freshdesk" => [("freshdesk_webhook.updated_at", Edit.Iso(time))],
            "servicenow" => [("sys_updated_on", Edit.Iso(time)), ("sys_mod_count", $"{time.ToUnixTimeSeconds()}")],
            "zammad" =>
            [
                ("ticket.updated_at", Edit.Iso(time)), ("ticket.close_at", null), ("article.internal", true), ("ticket.article_count", 2),
            ],
            "glpi" => [("item.date_mod", Edit.Iso(time)), ("item.date_solve", Edit.Iso(Solved)), ("item.date_close", Edit.Iso(time))],
            _ => [("issue.updated_at", Edit.Iso(time)), ("issue.closed_at", Edit.Iso(time))],
        };

    /// <summary>Freshdesk's own account of the change would go before the state that the body shows.</summary>
    private static IEnumerable<(string, JsonNode?)> Trigger(string sample) =>
        sample == "freshdesk/status_changed.closed.json" ? [("freshdesk_webhook.triggered_event", "{ticket_updated}")] : [];

    private static HelpdeskDelivery Read(string kind, string body, Action<ConnectionOptions>? configure = null) =>
        WebhookReader.Translate(
            TestConnections.Of(kind, configure),
            new WebhookRequest("application/json", new Dictionary<string, string>(), Edit.Bytes(body)),
            HelpdeskSamples.Evening);
}
