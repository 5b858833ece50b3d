using System.Text.Json.Nodes;
using static SlaMonitor.Webhooks.Tests.Stories.Edit;
using static SlaMonitor.Webhooks.Tests.Stories.Plot;

namespace SlaMonitor.Webhooks.Tests.Stories;

/// <summary>The story as helpdesks tell it that have a form of their own.</summary>
internal static class SignedStories
{
    public static Story Zendesk()
    {
        var number = 0;
        return new("zendesk events", "zendesk", "zendesk:5158",
        [
            Of("ticket.created", Created, "NEW"),
            Of("ticket.comment_added.customer", Created, "NEW"), // the request itself
            Of("ticket.comment_added.agent_public", Noted, "OPEN", ("event.comment.is_public", false)),
            Of("ticket.comment_added.agent_public", Answered, "OPEN"),
            Of("ticket.status_changed.pending", Waiting, "PENDING"),
            Of("ticket.comment_added.customer", CustomerBack, "OPEN"),
            Of("ticket.status_changed.open", CustomerBack, "OPEN", ("event.previous", "PENDING")),
            Of("ticket.priority_changed", Raised, "OPEN", ("detail.priority", "HIGH"), ("event.current", "HIGH")),
            Of("ticket.status_changed.solved", Solved, "SOLVED", ("detail.priority", "HIGH")),
            Of("ticket.status_changed.open", Reopened, "OPEN", ("event.previous", "SOLVED"), ("detail.priority", "HIGH")),
            Of("ticket.status_changed.solved", SolvedAgain, "SOLVED", ("detail.priority", "HIGH")),
            Of("ticket.status_changed.closed", Closed, "CLOSED", ("detail.priority", "HIGH")),
        ]);

        string Of(string sample, Instant time, string status, params (string, JsonNode?)[] values) => Sample(
            $"zendesk/{sample}.json",
            [
                ("id", $"d4f5c389-8f4a-4c2e-a1b9-{++number:D12}"),
                ("time", time.ToString()[..^1] + ".000000000Z"),
                ("detail.created_at", Created.ToString()),
                ("detail.status", status),
                .. values,
            ]);
    }

    public static Story Jira()
    {
        var number = 0;
        return new("jira", "jira", "jira:10000",
        [
            Of("jira.issue_created", Created, "Waiting for support"),
            Comment("agent_public", Noted, "Waiting for support", ("comment.jsdPublic", false)),
            Comment("agent_public", Answered, "Waiting for support"),
            // The same comment again.
            Of(
                "jira.issue_updated.assignee", Answered, "Waiting for support", ("issue_event_type_name", "issue_commented"),
                ("changelog", null)),
            Of("jira.issue_updated.status_waiting_for_customer", Waiting, "Waiting for customer"),
            Comment("customer", CustomerBack, "Waiting for support"),
            Of("jira.issue_updated.status_in_progress", Raised, "In Progress", ("issue.fields.priority.name", "High")),
            Of("jira.issue_updated.resolved", Solved, "Resolved", ("issue.fields.priority.name", "High")),
            Of("jira.issue_updated.status_in_progress", Reopened, "In Progress", ("issue.fields.priority.name", "High")),
            Of("jira.issue_updated.resolved", SolvedAgain, "Resolved", ("issue.fields.priority.name", "High")),
            Of("jira.issue_updated.closed", Closed, "Closed", ("issue.fields.priority.name", "High")),
        ]);

        string Of(string sample, Instant time, string status, params (string, JsonNode?)[] values) => Sample(
            $"jira/{sample}.json",
            [
                ("timestamp", time.ToUnixTimeMilliseconds()), ("issue.fields.status.name", status),
                ("issue.fields.created", Local(Created)),
                ("changelog.id", $"{++number}"),
                .. values,
            ]);

        string Comment(string who, Instant time, string status, params (string, JsonNode?)[] values) => Of(
            $"comment_created.{who}",
            time + Duration.FromSeconds(2),
            status,
            [("comment.id", $"{20000 + ++number}"), ("comment.created", Local(time)), .. values]);
    }

    public static Story Zammad()
    {
        var number = 100;
        return new("zammad", "zammad", "zammad:81",
        [
            Of("ticket.created", Created, "new", Created, number),
            Of(
                "ticket.agent_public_reply", Noted, "new", Noted, ++number, ("article.internal", true), ("article.type", "note"),
                ("ticket.article_count", 2)),
            Of("ticket.agent_public_reply", Answered, "open", Answered, ++number, ("ticket.article_count", 3)),
            Of("ticket.pending_reminder", Waiting, "pending reminder", Noted, 101, ("ticket.article_count", 3)),
            Of("ticket.customer_reply", CustomerBack, "open", CustomerBack, ++number, ("ticket.article_count", 4)),
            Of("ticket.priority_high", Raised, "open", Noted, 101, ("ticket.article_count", 4)),
            High("ticket.closed", Solved, "closed"),
            High("ticket.priority_high", Reopened, "open"),
            High("ticket.closed", SolvedAgain, "closed"),
        ]);

        string High(string sample, Instant time, string state) =>
            Of(
                sample, time, state, Noted, 101, ("ticket.article_count", 4), ("article.internal", true),
                ("ticket.priority.name", "3 high"), ("ticket.close_at", state == "closed" ? Iso(time) : null));

        string Of(string sample, Instant time, string state, Instant written, int article, params (string, JsonNode?)[] values) => Sample(
            $"zammad/{sample}.json",
            [
                ("ticket.created_at", Iso(Created)), ("ticket.updated_at", Iso(time)), ("ticket.state", state), ("ticket.close_at", null),
                ("article.id", article), ("article.created_at", Iso(written)), .. values,
            ]);
    }

    public static Story GitHub()
    {
        var number = 0;
        JsonNode high = new JsonArray(new JsonObject { ["name"] = "priority: high" });
        JsonNode waiting = new JsonArray(new JsonObject { ["name"] = "waiting-for-customer" });
        return new("github", "github", "github:acme.support-42",
        [
            Of("issues.opened", Created),
            Comment(Answered, "sam", "MEMBER"),
            Of("issues.labeled.waiting", Waiting, ("issue.labels", waiting)),
            Comment(CustomerBack, "casey", "NONE"),
            Of("issues.labeled.priority", Raised, ("issue.labels", high)),
            Of("issues.closed", Solved, ("issue.closed_at", Iso(Solved)), ("issue.labels", high)),
            Of("issues.labeled.priority", Reopened, ("action", "reopened"), ("issue.labels", high)),
            Of("issues.closed", SolvedAgain, ("issue.closed_at", Iso(SolvedAgain)), ("issue.labels", high)),
            Of("ping", Created),
        ]);

        string Comment(Instant time, string login, string association) => Of(
            "issue_comment.created.agent", time, ("comment.id", ++number), ("comment.created_at", Iso(time)), ("comment.user.login", login),
            ("comment.author_association", association));

        string Of(string sample, Instant time, params (string, JsonNode?)[] values) =>
            Sample(
                $"github/{sample}.json",
                sample == "ping" ? values : [("issue.created_at", Iso(Created)), ("issue.updated_at", Iso(time)), .. values]);
    }

    public static Story Glpi()
    {
        return new("glpi", "glpi", "glpi:77",
        [
            Of("ticket.new", Created, 1),
            Followup(1, Noted, "sam", 5, isPrivate: true),
            Followup(2, Answered, "sam", 5),
            Of("ticket.update.assigned", Waiting, 4),
            Followup(3, CustomerBack, "casey", 9),
            Of("ticket.update.assigned", CustomerBack, 2),
            Of("ticket.update.priority", Raised, 2, ("item.priority", 4)),
            Of("ticket.update.solved", Solved, 5, ("item.priority", 4), ("item.date_solve", Offset(Solved))),
            Of("ticket.update.priority", Reopened, 2, ("item.priority", 4)),
            Of("ticket.update.solved", SolvedAgain, 5, ("item.priority", 4), ("item.date_solve", Offset(SolvedAgain))),
            Of("ticket.update.closed", Closed, 6, ("item.priority", 4), ("item.date_close", Offset(Closed))),
        ]);

        static string Of(string sample, Instant time, int status, params (string, JsonNode?)[] values) =>
            Sample(
                $"glpi/{sample}.json",
                [("item.date", Offset(Created)), ("item.date_mod", Offset(time)), ("item.status.id", status), .. values]);

        // The form of GLPI 11's own source: the followup as its API gives it, and the ticket beside it.
        static string Followup(int id, Instant time, string author, int authorId, bool isPrivate = false) => new JsonObject
        {
            ["item"] = new JsonObject
            {
                ["id"] = id,
                ["itemtype"] = "Ticket",
                ["items_id"] = 77,
                ["content"] = "<p>text</p>",
                ["is_private"] = isPrivate,
                ["date"] = Offset(time),
                ["user"] = new JsonObject { ["id"] = authorId, ["name"] = author },
            },
            ["event"] = "new",
            ["parent_item"] = JsonNode.Parse(Of("ticket.update.assigned", time, 2))!["item"]!.DeepClone(),
        }.ToJsonString();
    }

    public static Story StandardWebhooks() => new("standard webhooks", "standard-webhooks", "standard-webhooks:5158",
        [.. Canonical.Select(told =>
        {
            var data = JsonNode.Parse(told.Data)!.AsObject();
            data["ticketId"] = "5158";
            data["createdAt"] = Iso(Created);
            return Sample(
                "standard-webhooks/standard-webhooks.json", ("type", $"com.example.ticket.{told.Type}"), ("timestamp", Iso(told.Time)),
                ("data", data));
        })]);

    private static string Local(Instant time) =>
        time.InUtc().WithZone(DateTimeZone.ForOffset(NodaTime.Offset.FromHours(2))).ToString("uuuu-MM-dd'T'HH:mm:ss.fff'+0200'", null);

    private static string Offset(Instant time) => Iso(time)[..^1] + "+00:00";
}
