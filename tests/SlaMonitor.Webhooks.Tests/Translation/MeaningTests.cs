using System.Text.Json.Nodes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Stories;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Tests.Translation;

/// <summary>What a connection says its helpdesk's words mean, and what happens to words that nobody explained.</summary>
public sealed class MeaningTests
{
    [Fact]
    public void Status_ThatNobodyExplained_CountsAsOpen_AndLoudly()
    {
        var translated = Read("zendesk", Edit.Sample("zendesk/ticket.created.json", ("detail.status", "PARKED")));

        Assert.Equal(TicketStatus.Open, translated.Events.Single().Change.Status);
        Assert.Equal(new Notice(NoticeKind.UnknownStatus, "PARKED"), Assert.Single(translated.Notices));
    }

    [Fact]
    public void Status_OfJiraThatIsDone_CountsAsResolved_AndLoudly()
    {
        var translated = Read("jira", Edit.Sample("jira/jira.issue_updated.resolved.json", ("issue.fields.status.name", "Shipped")));

        Assert.Equal(
            (TicketStatus.Resolved, NoticeKind.UnknownStatus),
            (translated.Events.Single().Change.Status, translated.Notices.Single().Kind));
    }

    [Fact]
    public void Status_ThatTheConnectionExplains_IsWhatItSays()
    {
        var translated = Read(
            "zendesk",
            Edit.Sample("zendesk/ticket.created.json", ("detail.status", "parked"), ("detail.priority", "P1")),
            options =>
                (options.Statuses, options.Priorities) = ("Parked=onHold", "P1=urgent"));

        Assert.Equal(
            (TicketStatus.OnHold, TicketPriority.Urgent),
            (translated.Events.Single().Change.Status, translated.Events.Single().Change.Priority));
        Assert.Empty(translated.Notices);
    }

    [Fact]
    public void Priority_ThatNobodyExplained_IsNotSaid_AndLoudly()
    {
        var translated = Read("jira", Edit.Sample("jira/jira.issue_created.json", ("issue.fields.priority.name", "Whenever")));

        Assert.Null(translated.Events.Single().Change.Priority);
        Assert.Equal(NoticeKind.UnknownPriority, translated.Notices.Single().Kind);
    }

    [Fact]
    public void Names_ThatTheConnectionExplains_AreOurs()
    {
        var change = Read("zendesk", Edit.Sample("zendesk/ticket.comment_added.agent_public.json"), options =>
        {
            options.Agents = "8447388090494=anna@example.com";
            options.Groups = "8447320466430=Support L1";
            options.Customers = "8447346622462=acme";
            options.TicketUrl = "https://acme.zendesk.com/agent/tickets/{id}";
        }).Events.Single().Change;

        Assert.Equal(
            ("anna@example.com", "anna@example.com", "Support L1", "acme", "https://acme.zendesk.com/agent/tickets/5158"),
            (change.Assignee, change.Agent, change.Group, change.Customer, change.Url!.AbsoluteUri));
    }

    [Fact]
    public void Fields_OfTheInstallation_AreReadWhereTheConnectionSays()
    {
        var change = Read(
            "jira",
            Edit.Sample(
                "jira/jira.issue_created.json",
                ("issue.fields.customfield_1", new JsonObject { ["value"] = "Network" }),
                ("issue.fields.customfield_2", "yes"),
                ("issue.fields.customfield_3", new JsonArray(new JsonObject { ["name"] = "x" }, "Acme"))),
            options => options.Fields = "issue.fields.customfield_1=category, issue.fields.customfield_2=emergency").Events.Single().Change;

        Assert.Equal(("Network", true), (change.Category, change.Emergency));
    }

    [Fact]
    public void FreeFields_AreReadWhereTheConnectionSays_AndClearedByNothing()
    {
        var change = Read(
            "jira",
            Edit.Sample(
                "jira/jira.issue_created.json",
                ("issue.fields.customfield_1", new JsonObject { ["value"] = "gold" }),
                ("issue.fields.customfield_2", 50),
                ("issue.fields.customfield_3", true),
                ("issue.fields.customfield_4", new JsonArray(new JsonObject { ["name"] = "Berlin" })),
                ("issue.fields.customfield_5", new JsonArray())),
            options => options.Fields = "issue.fields.customfield_1=fields.tier, issue.fields.customfield_2=fields.seats, "
                + "issue.fields.customfield_3=Fields.vip, issue.fields.customfield_4=fields.site, issue.fields.customfield_5=fields.team, "
                + "issue.fields.customfield_6=fields.unknown").Events.Single().Change;

        Assert.Equal(
            ["seats=50", "site=Berlin", "team=", "tier=gold", "vip=true"],
            change.Fields!.Select(field => $"{field.Key}={field.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void FirstComment_ThatComesWithTheCreation_IsNoReply() =>
        Assert.Equal(
            TicketEventType.Updated,
            Read("zendesk", Edit.Sample("zendesk/ticket.comment_added.customer.json", ("time", "2026-05-04T09:00:00.900000000Z")))
                .Events.Single().Type);

    [Fact]
    public void Comment_OfJiraInAnUpdate_IsNoReply() => Assert.Equal(
        TicketEventType.Updated,
        Read(
            "jira",
            Edit.Sample(
                "jira/jira.issue_updated.assignee.json", ("issue_event_type_name", "issue_commented"),
                ("comment", new JsonObject { ["id"] = "1" }), ("changelog", null)))
            .Events.Single().Type);

    [Theory]
    [InlineData("zendesk", "zendesk/ticket.comment_added.agent_public.json", "event.comment.is_public", false)]
    [InlineData("jira", "jira/comment_created.agent_public.json", "comment.jsdPublic", false)]
    public void InternalNote_IsNotPublic(string kind, string sample, string path, bool value) =>
        Assert.False(Read(kind, Edit.Sample(sample, (path, value))).Events.Single().Change.Public);

    [Fact]
    public void Comment_OfZendeskWithoutItsAuthor_IsOfTheRequesterOrTheAssigneeOrOfNobody()
    {
        Assert.Equal(Actor.Customer, By("9900000000001"));
        Assert.Equal(Actor.Agent, By("8447388090494"));
        Assert.Null(By("77"));
        Assert.Equal(Actor.Agent, By("77", "77"));

        static Actor? By(string author, string? staff = null) => Read(
            "zendesk",
            Edit.Sample(
                "zendesk/ticket.comment_added.agent_public.json",
                ("event.comment.author", null),
                ("event.comment.author_id", author)),
            options => options.Staff = staff).Events.Single().Change.By;
    }

    [Fact]
    public void Staff_MayBeAWholeDomain() => Assert.Equal(Actor.Agent, Read(
        "jira",
        Edit.Sample("jira/comment_created.customer.json", ("comment.author.emailAddress", "casey@example.com")),
        options => options.Staff = "@example.com").Events.Single().Change.By);

    [Fact]
    public void UnknownEvent_OfATicket_IsRecordedWithoutEffect_AndOfNoTicketIsPassedOver()
    {
        var onATicket = Read("zendesk", Edit.Sample("zendesk/ticket.created.json", ("type", "zen:event-type:ticket.sla_policy_changed")));
        var onNone = Read("zendesk", Edit.Sample("zendesk/ticket.created.json", ("type", "zen:event-type:user.created"), ("detail", null)));

        Assert.Equal((TicketEventType.Unknown, TicketChange.None), (onATicket.Events.Single().Type, onATicket.Events.Single().Change));
        Assert.Empty(onNone.Events);
        Assert.NotNull(onNone.Ignored);
    }

    [Fact]
    public void PlainEvent_WithoutItsId_IsNotTaken() =>
        Assert.Equal(
            "webhook-id",
            Assert.Single(Read("standard-webhooks", """{"type":"com.example.ticket.created","data":{"ticketId":"1"}}""").Problems).Where);

    [Fact]
    public void Ids_BeyondWhatANumberHolds_AreKeptAsWritten() =>
        Assert.Equal(
            "zendesk:90071992547409931234",
            Read("zendesk", Edit.Sample("zendesk/ticket.created.json", ("detail.id", JsonNode.Parse("90071992547409931234"))))
                .Events.Single().TicketId);

    [Fact]
    public void Pending_OfFreshdeskAgainWithoutATime_IsAnotherEventAnHourLater()
    {
        var connection = TestConnections.Of("freshdesk");
        var request = HelpdeskSamples.Request("freshdesk/status_changed.pending.json");

        Assert.Equal(IdAt(0), IdAt(35));
        Assert.NotEqual(IdAt(0), IdAt(60));
        string IdAt(int minutes) =>
            WebhookReader.Translate(connection, request, HelpdeskSamples.Evening + Duration.FromMinutes(minutes)).Events.Single().Id;
    }

    [Theory]
    [InlineData("2017-01-30T18:32:14.716+0100", "2017-01-30T17:32:14Z")]
    [InlineData("2026-05-01 08:00:00", "2026-05-01T08:00:00Z")]
    [InlineData("2026-05-01T08:00:00.123456789Z", "2026-05-01T08:00:00Z")]
    [InlineData("2026-05-01T08:00:00-04:00", "2026-05-01T12:00:00Z")]
    [InlineData("2026-05-01 08:00:00 UTC", "2026-05-01T08:00:00Z")]
    [InlineData("1777885530126", "2026-05-04T09:05:30Z")]
    [InlineData("1777885530", "2026-05-04T09:05:30Z")]
    [InlineData("12:00", null)]
    [InlineData("May 4, 2026", null)]
    [InlineData("2026", null)]
    public void Time_OfAnyVendor_IsRead(string text, string? expected) =>
        Assert.Equal(expected, VendorTime.Read(text, DateTimeZone.Utc)?.ToString());

    [Fact]
    public void Time_WithoutAnOffset_IsOfTheConnectionsZone()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

        Assert.Equal("2026-05-01T06:00:00Z", VendorTime.Read("2026-05-01 08:00:00", berlin)?.ToString());
        Assert.Equal("2026-05-01T08:00:00Z", VendorTime.Read("2026-05-01T08:00:00Z", berlin)?.ToString());
    }

    [Fact]
    public void Script_OfServiceNowInTheManual_SendsWhatTheStoryIsToldWith()
    {
        var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "connect", "servicenow.md"));
        var read = new[]
        {
            "event", "sys_id", "number", "sys_mod_count", "sys_updated_on", "sys_updated_by", "caller_user_name", "short_description",
            "state", "hold_reason", "priority", "category", "company", "assignment_group", "assigned_to", "opened_at", "comments",
            "previous", "url",
        };

        Assert.All(read, field => Assert.Matches($@"(?m)^    {field}: ", script));
    }

    private static HelpdeskDelivery Read(string kind, string body, Action<ConnectionOptions>? configure = null) =>
        WebhookReader.Translate(
            TestConnections.Of(kind, configure),
            new WebhookRequest("application/json", new Dictionary<string, string>(), Edit.Bytes(body)),
            HelpdeskSamples.Evening);
}
