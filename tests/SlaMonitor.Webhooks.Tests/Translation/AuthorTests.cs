using System.Text.Json.Nodes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Stories;

namespace SlaMonitor.Webhooks.Tests.Translation;

/// <summary>Who wrote: the requester first, also by what came before; and where nobody can know, nobody.</summary>
public sealed class AuthorTests
{
    [Theory]
    [InlineData("atlassian", "sam", "casey", Actor.Agent)]
    [InlineData("atlassian", "casey", "casey", Actor.Customer)] // a colleague who reported it through the portal
    [InlineData(null, "sam", "casey", Actor.Agent)]
    [InlineData(null, "casey", "casey", Actor.Customer)]
    [InlineData("atlassian", "sam", null, null)]
    [InlineData(null, "sam", null, null)]
    [InlineData("customer", "casey", null, Actor.Customer)]
    [InlineData("app", "sam", "casey", null)]
    public void Jira_Comment_IsJudgedByWhoReportedTheIssue(string? accountType, string author, string? reporter, Actor? expected)
    {
        var comment = Edit.Sample(
            "jira/comment_created.agent_public.json", ("comment.author.accountType", accountType), ("comment.author.accountId", author));
        var person = reporter is null ? null : new JsonObject { ["accountId"] = reporter };
        var created = Edit.Sample("jira/jira.issue_created.json", ("issue.fields.reporter", person));

        Assert.Equal(expected, By("jira", null, created, comment));
    }

    [Fact]
    public void Jira_InternalCommentOfAServiceDesk_IsLeftToTheWebhookThatTells()
    {
        var told = Edit.Sample(
            "jira/jira.issue_updated.assignee.json", ("issue_event_type_name", "issue_commented"), ("comment", new JsonObject
            {
                ["id"] = "1",
                ["created"] = "2026-05-04T11:05:40.232+0200",
                ["author"] = new JsonObject { ["accountId"] = "sam" },
            }));

        Assert.Equal(TicketEventType.Updated, Assert.Single(Events("jira", null, told)).Type);
    }

    [Theory]
    [InlineData("9", "casey", null, Actor.Customer)]
    [InlineData("5", "sam", null, Actor.Agent)] // assigned
    [InlineData("6", "kim", null, Actor.Agent)] // neither, but the requester is known
    [InlineData("6", "kim", "casey", Actor.Customer)] // wrote the ticket down for somebody else
    public void Glpi_Followup_IsJudgedByTheTeam(string id, string name, string? requester, Actor expected)
    {
        JsonArray team = [Member(5, "sam", "assigned")];
        if (requester is not null) team.Add(Member(9, requester, "requester"));
        var parent = JsonNode.Parse(Edit.Sample(
            "glpi/ticket.update.assigned.json", ("item.team", team),
            ("item.user_recipient", requester is null ? new JsonObject { ["id"] = 9, ["name"] = "casey" } : Person(6, "kim"))))!["item"]!;

        Assert.Equal(expected, By("glpi", null, Followup(id, name, parent)));
    }

    [Theory]
    [InlineData("9", "casey", null, Actor.Customer)]
    [InlineData("5", "sam", null, Actor.Agent)]
    [InlineData("5", "sam", "sam", Actor.Agent)]
    public void Glpi_FollowupWithoutATeam_IsJudgedByWhatTheTicketRemembers(string id, string name, string? staff, Actor expected) =>
        Assert.Equal(
            expected,
            By(
                "glpi", options => options.Staff = staff, HelpdeskSamples.Text("glpi/ticket.new.json"),
                Followup(id, name, new JsonObject())));

    [Theory]
    [InlineData("5", "sam", null, null)]
    [InlineData("5", "sam", "sam", Actor.Agent)]
    public void Glpi_FollowupWithoutATeam_OfATicketThatRemembersNobody_IsNobodysUnlessStaffs(
        string id, string name, string? staff, Actor? expected) =>
        Assert.Equal(expected, By("glpi", options => options.Staff = staff, Followup(id, name, new JsonObject())));

    [Theory]
    [InlineData("casey.customer", null, Actor.Customer)]
    [InlineData("sam.agent", null, Actor.Agent)] // called as the one who has the record
    [InlineData("ccustomer", null, null)]
    [InlineData("ccustomer", "ccustomer", Actor.Customer)]
    [InlineData("kim", "ccustomer", Actor.Agent)]
    public void ServiceNow_Comment_IsJudgedByTheCallersLogin(string author, string? login, Actor? expected) => Assert.Equal(
        expected,
        By("servicenow", null, Edit.Sample(
            "servicenow/incident.customer_comment.json", ("sys_updated_by", author), ("caller_user_name", login))));

    [Fact]
    public void ServiceNow_CommentWithoutTheCallersLogin_IsJudgedByTheOneThatCameBefore() => Assert.Equal(
        Actor.Customer,
        By(
            "servicenow", null, Edit.Sample("servicenow/incident.created.json", ("caller_user_name", "ccustomer")),
            Edit.Sample("servicenow/incident.customer_comment.json", ("sys_updated_by", "ccustomer"))));

    [Theory]
    [InlineData("note", "Customer", false, Actor.Customer)]
    [InlineData("note", "Customer", true, null)] // internal
    [InlineData("note", "Agent", false, null)] // for the team
    [InlineData("email", "Agent", false, Actor.Agent)]
    [InlineData("web", "Customer", false, Actor.Customer)]
    [InlineData("email", "System", false, null)]
    public void Zammad_Article_IsAMessageByTypeAndSender(string type, string sender, bool isInternal, Actor? expected) => Assert.Equal(
        expected,
        By("zammad", null, Edit.Sample(
            sender == "Customer" ? "zammad/ticket.customer_reply.json" : "zammad/ticket.agent_public_reply.json",
            ("ticket.article_count", 2), ("article.type", type), ("article.sender", sender), ("article.internal", isInternal))));

    [Theory]
    [InlineData("true", "9900000000001", Actor.Customer)]
    [InlineData("true", "5", Actor.Agent)]
    [InlineData("false", "5", Actor.Customer)]
    [InlineData(null, "5", null)]
    public void Zendesk_Comment_OfTheRequester_IsTheCustomers_AlsoOfStaff(string? isStaff, string author, Actor? expected) => Assert.Equal(
        expected,
        By("zendesk", null, Edit.Sample(
            "zendesk/ticket.comment_added.agent_public.json", ("event.comment.author.id", author),
            ("event.comment.author.is_staff", isStaff is null ? null : isStaff == "true"))));

    [Theory]
    [InlineData("Casey Customer", "Casey Customer", Actor.Customer)]
    [InlineData("Sam Agent", "Casey Customer", Actor.Agent)]
    [InlineData("Sam Agent", null, null)]
    public void Freshdesk_PublicNote_IsJudgedByTheNameThatItBeginsWith(string author, string? requester, Actor? expected) => Assert.Equal(
        expected,
        By("freshdesk", null, Edit.Sample(
            "freshdesk/public_note.json", ("freshdesk_webhook.requester_name", requester),
            ("freshdesk_webhook.ticket_latest_public_comment", $"{author} : <div>text</div>"))));

    /// <summary>Whose the message is, once the ticket is folded from these; <c>null</c>: nobody's.</summary>
    private static Actor? By(string kind, Action<ConnectionOptions>? configure, params string[] bodies)
    {
        var messages = Ticket.Fold([.. bodies.SelectMany(body => Events(kind, configure, body))])!.Messages;
        return messages.Count == 0 ? null : Assert.Single(messages).By;
    }

    private static IReadOnlyList<TicketEvent> Events(string kind, Action<ConnectionOptions>? configure, string body) =>
        WebhookReader.Translate(
            TestConnections.Of(kind, configure),
            new WebhookRequest("application/json", new Dictionary<string, string>(), Edit.Bytes(body)),
            HelpdeskSamples.Evening).Events;

    private static string Followup(string id, string name, JsonNode parent) => new JsonObject
    {
        ["item"] = new JsonObject
        {
            ["id"] = 1,
            ["itemtype"] = "Ticket",
            ["items_id"] = 77,
            ["is_private"] = false,
            ["date"] = "2026-05-04T10:00:00+00:00",
            ["user"] = new JsonObject { ["id"] = int.Parse(id), ["name"] = name },
        },
        ["event"] = "new",
        ["parent_item"] = parent.DeepClone(),
    }.ToJsonString();

    private static JsonObject Person(int id, string name) => new() { ["id"] = id, ["name"] = name };

    private static JsonObject Member(int id, string name, string role) =>
        new() { ["id"] = id, ["name"] = name, ["type"] = "User", ["role"] = role };
}
