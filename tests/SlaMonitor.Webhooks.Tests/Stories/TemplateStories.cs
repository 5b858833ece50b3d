using System.Text.Json.Nodes;
using static SlaMonitor.Webhooks.Tests.Stories.Edit;
using static SlaMonitor.Webhooks.Tests.Stories.Plot;

namespace SlaMonitor.Webhooks.Tests.Stories;

/// <summary>The story as helpdesks tell it that send what an administrator pasted: the very templates of the manual.</summary>
internal static class TemplateStories
{
    public static Story ZendeskTriggers()
    {
        return new("zendesk triggers", "zendesk", "zendesk:5159",
        [
            Of("created", Created, "New", "Normal"),
            Of("replied", Answered, "Open", "Normal"),
            Of("updated", Waiting, "Pending", "Normal"),
            Of("replied", CustomerBack, "Open", "Normal", "End-user"),
            Of("updated", Raised, "Open", "High"),
            Of("updated", Solved, "Solved", "High"),
            Of("updated", Reopened, "Open", "High"),
            Of("updated", SolvedAgain, "Solved", "High"),
            Of("updated", Closed, "Closed", "High"),
        ]);

        static string Of(string happened, Instant time, string status, string priority, string role = "Agent") =>
            Template("zendesk.md", new Dictionary<string, string>
            {
                ["ticket.id"] = "5159",
                ["ticket.title"] = "Cannot \"log in\"",
                ["ticket.link"] = "https://acme.zendesk.com/agent/tickets/5159",
                ["ticket.status"] = status,
                ["ticket.priority"] = priority,
                ["ticket.ticket_type"] = "Incident",
                ["ticket.tags"] = "mobile login",
                ["ticket.group.name"] = "Support L1",
                ["ticket.assignee.email"] = "",
                ["ticket.organization.name"] = "Acme",
                ["ticket.requester.email"] = "casey@example.org",
                ["current_user.role"] = role,
                ["current_user.email"] = "x@example.com",
                ["ticket.created_at_with_timestamp"] = Iso(Created),
                ["ticket.updated_at_with_timestamp"] = Iso(time),
                ["satisfaction.current_rating"] = "Unoffered",
            }, happened);
    }

    public static Story Freshdesk()
    {
        return new("freshdesk", "freshdesk", "freshdesk:11",
        [
            Of("created", Created, "Open", "Medium", "{ticket_action:created}"),
            Of("agent_replied", Answered, "Open", "Medium", "{reply_sent:sent}"),
            Of("status_changed", Waiting, "Pending", "Medium", "{status:{from:2,to:3}}"),
            Of("customer_replied", CustomerBack, "Open", "Medium", "{reply_sent:sent}"),
            Of("updated", Raised, "Open", "High", "{priority:{from:2,to:3}}"),
            Of("status_changed", Solved, "Resolved", "High", "{status:{from:2,to:4}}"),
            Of("status_changed", Reopened, "Open", "High", "{status:{from:4,to:2}}"),
            Of("status_changed", SolvedAgain, "Resolved", "High", "{status:{from:2,to:4}}"),
            Of("status_changed", Closed, "Closed", "High", "{status:{from:4,to:5}}"),
        ]);

        static string Of(string happened, Instant time, string status, string priority, string triggered) =>
            Template("freshdesk.md", FreshdeskValues(Created, time, status, priority, triggered), happened);
    }

    public static Dictionary<string, string> FreshdeskValues(
        Instant created, Instant time, string status, string priority, string triggered) => new()
        {
            ["ticket.id"] = "11",
            ["ticket.subject"] = "Cannot log in",
            ["ticket.url"] = "https://acme.freshdesk.com/helpdesk/tickets/11",
            ["ticket.status"] = status,
            ["ticket.priority"] = priority,
            ["ticket.ticket_type"] = "Incident",
            ["ticket.tags"] = "",
            ["ticket.group.name"] = "",
            ["ticket.agent.email"] = "",
            ["ticket.requester.company_name"] = "Acme",
            ["ticket.requester.email"] = "casey@example.org",
            ["triggered_event"] = triggered,
            ["ticket.created_on"] = Iso(created),
            ["ticket.modified_on"] = Iso(time),
        };

    public static Story ServiceNow()
    {
        var number = 0;
        return new("servicenow", "servicenow", "servicenow:INC0010001",
        [
            Of("created", Created, "1", "3"),
            Of("agent_comment", Noted, "1", "3", ("comments", null), ("work_notes", "internal")),
            Of("agent_comment", Answered, "2", "3", ("comments", "yes")),
            Of("on_hold_awaiting_caller", Waiting, "3", "3"),
            Of("customer_comment", CustomerBack, "2", "3", ("comments", "yes"), ("previous.state", "3")),
            Of("assigned", Raised, "2", "2", ("previous", new JsonObject())),
            Of("resolved", Solved, "6", "2"),
            Of("assigned", Reopened, "2", "2", ("previous.state", "6")),
            Of("resolved", SolvedAgain, "6", "2"),
            Of("closed", Closed, "7", "2"),
        ]);

        string Of(string sample, Instant time, string state, string priority, params (string, JsonNode?)[] values) => Sample(
            $"servicenow/incident.{sample}.json",
            [
                ("sys_mod_count", $"{number++}"), ("opened_at", Spaced(Created)), ("sys_updated_on", Spaced(time)), ("state", state),
                ("priority", priority),
                ("caller_user_name", "casey.customer"), .. values,
            ]);

        static string Spaced(Instant time) => Iso(time).Replace('T', ' ')[..^1];
    }
}
