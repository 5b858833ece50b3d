using System.Text.Json.Nodes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Stories;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Tests.Translation;

/// <summary>The field in which a helpdesk keeps a due time: what each of them writes there, and what is none.</summary>
public sealed class DueFieldTests
{
    private static readonly Instant Five = Instant.FromUtc(2026, 5, 6, 17, 0);

    public static TheoryData<string, string, string, string> Written => new()
    {
        { "zendesk", "zendesk/trigger.rendered.json", "due_at", "2026-05-06T17:00Z" },
        { "jira", "jira/jira.issue_updated.assignee.json", "issue.fields.customfield_1", "2026-05-06T19:00:00.000+0200" },
        { "freshdesk", "freshdesk/public_note.json", "freshdesk_webhook.ticket_cf_agreed", "2026-05-06T17:00:00Z" },
        { "zammad", "zammad/ticket.customer_reply.json", "ticket.agreed_until", "2026-05-06T17:00:00.000Z" },
        { "glpi", "glpi/ticket.update.assigned.json", "item.time_to_resolve", "2026-05-06T17:00:00+00:00" },
        { "glpi", "glpi/ticket.update.assigned.json", "item.time_to_resolve", "2026-05-06 17:00:00" },
        { "servicenow", "servicenow/incident.customer_comment.json", "due_date", "2026-05-06 17:00:00" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Due_AsTheHelpdeskWritesIt_IsTold(string kind, string sample, string path, string written)
    {
        var read = Read(kind, Edit.Sample(sample, (path, written)), $"{path}=agreedDue.Resolution");

        Assert.All(read.Events, e =>
        {
            var told = Assert.Single(e.Change.DuesTold!);
            Assert.Equal(("resolution", Five, $"{path} of {kind}"), (told.Metric, told.Due!.Value, told.Reason));
            Assert.Equal(e.Change.Agent is { Length: > 0 } agent ? agent : e.Change.Author ?? kind, told.ApprovedBy);
        });
        Assert.NotEmpty(read.Events);
        Assert.Empty(read.Notices);
    }

    [Fact]
    public void Due_InTheBodyOfAnAgentsReply_IsApprovedByTheAgent()
    {
        var read = Read(
            "zammad", Edit.Sample("zammad/ticket.agent_public_reply.json", ("ticket.agreed_until", "2026-05-06T17:00:00.000Z")),
            "ticket.agreed_until=agreedDue.workaround");

        var reply = Assert.Single(read.Events, e => e.Type == TicketEventType.Replied);
        Assert.Equal(("workaround", "emma@example.com"), (reply.Change.DuesTold![0].Metric, reply.Change.DuesTold[0].ApprovedBy));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Due_Empty_IsToldAsNone(string? written)
    {
        var read = Read("jira", Jira(written), "issue.fields.duedate=agreedDue.resolution");

        Assert.Null(Assert.Single(Assert.Single(read.Events).Change.DuesTold!).Due);
        Assert.Empty(read.Notices);
    }

    [Theory]
    [InlineData("\"2026-05-06\"")]
    [InlineData("\"tomorrow\"")]
    [InlineData("\"06.05.2026 17:00\"")]
    [InlineData("\"12:00\"")]
    [InlineData("5")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{\"value\":1}")]
    public void Due_NoDateWithATime_SaysNothing_AndAPersonIsTold(string written)
    {
        var read = Read("jira", Jira(JsonNode.Parse(written)), "issue.fields.duedate=agreedDue.resolution");

        Assert.Null(Assert.Single(read.Events).Change.DuesTold);
        Assert.Equal(
            new Notice(NoticeKind.UnreadableDue, $"issue.fields.duedate: {JsonNode.Parse(written)!.ToJsonString()}"),
            Assert.Single(read.Notices));
    }

    [Fact]
    public void Due_NotInTheBody_IsNotTold() =>
        Assert.Null(Assert.Single(Read("jira", Jira("x"), "issue.fields.other=agreedDue.resolution").Events).Change.DuesTold);

    [Fact]
    public void Fields_AgreedDueWithoutItsMetric_IsAMistake() => Assert.Contains(
        "'agreedDue.' in 'issue.fields.duedate=agreedDue.' is not one of",
        Assert.Single(new ConnectionBuilder(Helpdesks.All, "jira", new ConnectionOptions
        {
            Kind = "jira",
            Secret = TestConnections.Secret,
            Fields = "issue.fields.duedate=agreedDue.",
        }).Errors),
        StringComparison.Ordinal);

    private static string Jira(JsonNode? written) =>
        Edit.Sample("jira/jira.issue_updated.assignee.json", ("issue.fields.duedate", written));

    private static HelpdeskDelivery Read(string kind, string body, string fields) => WebhookReader.Translate(
        TestConnections.Of(kind, options => options.Fields = fields),
        new WebhookRequest("application/json", new Dictionary<string, string>(), Edit.Bytes(body)),
        HelpdeskSamples.Evening);
}
