using System.Text.Json.Nodes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Stories;

namespace SlaMonitor.Webhooks.Tests.Translation;

/// <summary>
/// The table in <c>docs/webhooks.md</c>, a test for each cell: one later message alone, its first one lost, tells the fact, from where the
/// table says that it stands, and from nowhere else.
/// </summary>
public sealed class FactTests
{
    private static readonly string[] Facts = ["created at", "requester", "status", "priority", "assignee", "author of a reply"];

    private static readonly IReadOnlyList<Row> Rows =
    [
        new("Zendesk, events", "zendesk", Edit.Sample(
            "zendesk/ticket.comment_added.customer.json", ("detail.status", "PENDING"), ("detail.priority", "HIGH"))),
        new("Zendesk, triggers", "zendesk", Edit.Sample(
            "zendesk/trigger.rendered.json", ("event", "replied"), ("updater_role", "Agent"), ("updater_email", "casey@example.org"),
            ("priority", "High"))),
        new("Jira, comments", "jira", Edit.Sample(
            "jira/comment_created.customer.json", ("issue.fields.reporter.accountId", "qm:7f2c:casey"),
            ("issue.fields.status.name", "Waiting for customer"), ("issue.fields.priority.name", "High"),
            ("issue.fields.assignee", new JsonObject { ["accountId"] = "sam" }))),
        new("Jira, issues", "jira", Edit.Sample(
            "jira/jira.issue_updated.assignee.json", ("issue_event_type_name", "issue_commented"),
            ("issue.fields.status.name", "Waiting for customer"), ("issue.fields.priority.name", "High"), ("comment", new JsonObject
            {
                ["id"] = "1",
                ["jsdPublic"] = true,
                ["created"] = "2026-05-04T11:05:40.232+0200",
                ["author"] = new JsonObject { ["accountId"] = "qm:7f2c:casey" },
            }))),
        new("Freshdesk, template", "freshdesk", Freshdesk("customer_replied")),
        new("Freshdesk, simple", "freshdesk", Edit.Sample(
            "freshdesk/public_note.json", ("freshdesk_webhook.ticket_status", "Pending"), ("freshdesk_webhook.ticket_priority", "High"),
            ("freshdesk_webhook.ticket_agent_email", "sam@example.com"),
            ("freshdesk_webhook.ticket_latest_public_comment", "Casey Customer : <div>Hello?</div>")), "freshdesk_webhook."),
        new("ServiceNow", "servicenow", Edit.Sample(
            "servicenow/incident.customer_comment.json", ("caller_user_name", "casey.customer"), ("state", "3"), ("hold_reason", "1"),
            ("priority", "2"))),
        new("Zammad", "zammad", Edit.Sample(
            "zammad/ticket.customer_reply.json", ("ticket.article_count", 2), ("ticket.state", "pending reminder"),
            ("ticket.priority.name", "3 high"))),
        new("GLPI, tickets", "glpi", Edit.Sample("glpi/ticket.update.assigned.json", ("item.status.id", 4), ("item.priority", 4))),
        new("GLPI, followups", "glpi", Followup()),
        new("GitHub", "github", Edit.Sample(
            "github/issue_comment.created.agent.json", ("comment.user.login", "casey"),
            ("issue.assignee", new JsonObject { ["login"] = "sam" }),
            ("issue.labels", new JsonArray("waiting-for-customer", "priority: high")))),
        new("anything else", "standard-webhooks", Edit.Sample(
            "standard-webhooks/standard-webhooks.json", ("type", "com.example.ticket.replied"), ("data", new JsonObject
            {
                ["ticketId"] = "5158",
                ["createdAt"] = "2026-05-04T09:00:00Z",
                ["requester"] = "casey",
                ["status"] = "pending",
                ["priority"] = "high",
                ["assignee"] = "sam",
                ["author"] = "casey",
                ["by"] = "agent",
            }))),
    ];

    private static readonly Dictionary<string, string[]> Table = Manual();

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var row in Rows)
            {
                foreach (var fact in Facts) cells.Add(row.Helpdesk, fact);
            }

            return cells;
        }
    }

    [Fact]
    public void Table_HasTheRowsOfThisTest_AndEveryKind()
    {
        Assert.Equal(Table.Keys.Order(StringComparer.Ordinal), Rows.Select(row => row.Helpdesk).Order(StringComparer.Ordinal));
        Assert.Empty(Helpdesks.All.Select(kind => kind.Name).Except(Rows.Select(row => row.Kind)));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Fact_WhereTheFirstMessageWasLost_IsReadFromWhereTheTableSays(string helpdesk, string fact)
    {
        var row = Rows.Single(one => one.Helpdesk == helpdesk);
        var cell = Table[helpdesk][Array.IndexOf(Facts, fact)];
        if (cell == "–")
        {
            Assert.Null(Tell(row.Kind, row.Body, fact));
            return;
        }

        Assert.Equal(Expected(fact), Tell(row.Kind, row.Body, fact));
        Assert.NotEqual(Expected(fact), Tell(row.Kind, Without(row.Body, Paths(cell).Select(path => row.Root + path)), fact));
    }

    private static string Expected(string fact) => fact switch
    {
        "created at" => "2026-05-04T09",
        "requester" => "True",
        "status" => "Pending",
        "priority" => "High",
        "assignee" => "True",
        _ => "Customer",
    };

    /// <summary>What a message tells of a fact; <c>null</c> where it does not.</summary>
    private static string? Tell(string kind, string body, string fact)
    {
        var events = WebhookReader.Translate(
            TestConnections.Of(kind),
            new WebhookRequest("application/json", new Dictionary<string, string> { ["webhook-id"] = "1" }, Edit.Bytes(body)),
            HelpdeskSamples.Evening).Events;
        if (Ticket.Fold(events) is not { } ticket) return null;

        return fact switch
        {
            "created at" => ticket.CreationSeen || ticket.CreationAccount is null ? null : ticket.CreatedAt.ToString()[..13],
            "requester" => ticket.Requesters.Count == 0 ? null : $"{ticket.Requesters.Any(IsTheRequester)}",
            "status" => events.Select(e => e.Change.Status).OfType<TicketStatus>().Any() ? ticket.Status.ToString() : null,
            "priority" => events.Select(e => e.Change.Priority).OfType<TicketPriority>().Any() ? ticket.Priority.ToString() : null,
            "assignee" => events.Select(e => e.Change.Assignee).OfType<string>().LastOrDefault() is { } name ? $"{name.Length > 0}" : null,
            _ => ticket.Messages.Count == 0 ? null : ticket.Messages[0].By.ToString(),
        };
    }

    private static bool IsTheRequester(string name) =>
        name is "9" or "9900000000001" || name.Contains("casey", StringComparison.OrdinalIgnoreCase)
        || name.Contains("emily", StringComparison.Ordinal);

    private static string Without(string body, IEnumerable<string> paths)
    {
        var root = JsonNode.Parse(body)!;
        foreach (var path in paths)
        {
            var names = path.Split('.');
            names[..^1].Aggregate<string, JsonNode?>(root, (node, name) => node?[name])?.AsObject().Remove(names[^1]);
        }

        return root.ToJsonString();
    }

    /// <summary>What stands between backticks in a cell.</summary>
    private static IEnumerable<string> Paths(string cell) => cell.Split('`').Where((_, i) => i % 2 == 1);

    private static Dictionary<string, string[]> Manual() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "docs", "webhooks.md"))
            .SkipWhile(line => !line.StartsWith("| helpdesk | created at |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[0], cells => cells[1..], StringComparer.Ordinal);

    private static string Freshdesk(string happened)
    {
        var created = HelpdeskSamples.Evening - Duration.FromHours(9);
        var values = TemplateStories.FreshdeskValues(created, created + Duration.FromHours(1), "Pending", "High", string.Empty);
        values["ticket.agent.email"] = "sam@example.com";
        return Edit.Template("freshdesk.md", values, happened);
    }

    private static string Followup() => new JsonObject
    {
        ["item"] = new JsonObject
        {
            ["id"] = 1,
            ["itemtype"] = "Ticket",
            ["items_id"] = 77,
            ["is_private"] = false,
            ["date"] = "2026-05-04T10:00:00+00:00",
            ["user"] = new JsonObject { ["id"] = 9, ["name"] = "casey" },
        },
        ["event"] = "new",
        ["parent_item"] = JsonNode.Parse(Edit.Sample(
            "glpi/ticket.update.assigned.json", ("item.status.id", 4), ("item.priority", 4)))!["item"]!.DeepClone(),
    }.ToJsonString();

    /// <summary>A row of the table, and a message that tells all its facts.</summary>
    /// <param name="Helpdesk">The row.</param>
    /// <param name="Kind">The kind of connection.</param>
    /// <param name="Body">The message.</param>
    /// <param name="Root">What the paths of the table stand in.</param>
    private sealed record Row(string Helpdesk, string Kind, string Body, string Root = "");
}
