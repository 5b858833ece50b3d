using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SlaMonitor.Azure.SendGrid.Events;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Tests.Harness;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Tests.Stories;

/// <summary>
/// What others found wrong with their tools, played on ours: <c>tests/data/field</c>, a folder each, with what is expected.
/// </summary>
public sealed class FieldTests
{
    private const string CustomersNote = "07-zammad-1322-customer-note";
    private const string Bounces = "15-bounces";
    private const string DefaultPayload = "17-zammad-default-payload";
    private const string RealPayloads = "18-jira-real-payloads";
    private const string Rules = "19-freshdesk-zulip";
    private const string Followup = "24-glpi-followup";

    [Fact]
    public async Task Zammad_CustomersNoteInThePortal_IsTheirMessage()
    {
        await using var monitor = await StartAsync(CustomersNote, "2026-03-02T10:01:00Z");
        foreach (var file in (string[])["1-created", "2-agent-asks", "3-customer-answers-in-the-portal"])
            await PostAsync(monitor, "zammad", Read(CustomersNote, file));

        Assert.Equal(
            ["response met 2026-03-02T09:00:00.282Z", "next running 2026-03-02T10:00:00.05Z"], await ClocksAsync(monitor, "zammad:81"));
        await monitor.AdvanceToAsync("2026-03-02T13:00:00Z");
        Assert.Equal(["emma@example.com"], await ToldAsync(monitor, "zammad:81"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Zammad_AnswerAfterTwoHours_IsTooLate_WhetherOrNotTheCreationArrived(bool arrives)
    {
        await using var monitor = await StartAsync(DefaultPayload, arrives ? "2020-11-13T14:34:36Z" : "2020-11-13T16:41:00Z");
        if (arrives)
        {
            await PostAsync(monitor, "zammad", Read(DefaultPayload, "1-created-by-phone"));
            await monitor.AdvanceToAsync("2020-11-13T16:41:00Z");
        }

        await PostAsync(monitor, "zammad", Read(DefaultPayload, "2-agent-answers"));

        Assert.Equal(
            ["response breached 2020-11-13T14:34:35.282Z", "resolution running 2020-11-13T14:34:35.282Z"],
            await ClocksAsync(monitor, "zammad:81"));
        Assert.Equal(
            !arrives,
            (await TextAsync(monitor, "zammad:81")).Contains(
                "The creation itself was never received: ticket.state of Fri 2020-11-13 16:40:00 (/webhooks/zammad) told its time.",
                StringComparison.Ordinal));
        Assert.Equal(arrives ? null : 1, await CountAsync(monitor, "webhooks.zammad.lostCreation"));
    }

    [Fact]
    public void Zammad_PhoneTicket_IsCreatedOpen_AndTheCallIsTheRequest()
    {
        var told = Translate("zammad", Read(DefaultPayload, "1-created-by-phone"), Instant.FromUtc(2020, 11, 13, 15, 0));

        Assert.Equal([TicketEventType.Created, TicketEventType.Updated], told.Events.Select(e => e.Type));
        Assert.Equal(TicketStatus.Open, told.Events[1].Change.Status);
    }

    [Theory]
    [InlineData("1-comment-cloud-2019", "jira:10000")]
    [InlineData("2-comment-without-issue", "jira:10000")]
    [InlineData("5-comment-created-server", "jira:10400")]
    public void Jira_CommentWithoutAnAccountTypeOrAnIssue_IsAnAgentsReply(string file, string ticket)
    {
        var told = Translate("jira", Read(RealPayloads, file), HelpdeskSamples.Evening).Events.Single();

        Assert.Equal(
            (TicketEventType.Replied, ticket, Actor.Agent, true),
            (told.Type, told.TicketId, told.Change.By, told.Change.Public));
    }

    [Fact]
    public void Jira_StatusOnAServer_IsAnUpdate() => Assert.Equal(
        (TicketEventType.Updated, TicketStatus.New),
        Translate("jira", Read(RealPayloads, "3-status-server"), HelpdeskSamples.Evening).Events.Single() switch
        {
            var told => (told.Type, told.Change.Status!.Value),
        });

    [Theory]
    [InlineData("4-commented-server", "5-comment-created-server")]
    [InlineData("5-comment-created-server", "4-commented-server")]
    [InlineData("5-comment-created-server")]
    [InlineData("4-commented-server")]
    public async Task Jira_CommentOnADataCenter_CountsOnce(params string[] files)
    {
        var created = JsonNode.Parse(Read(RealPayloads, "4-commented-server"))!.AsObject();
        created.Remove("comment");
        created["issue"]!["fields"]!.AsObject().Remove("comment");
        (created["webhookEvent"], created["issue_event_type_name"], created["timestamp"]) =
            ("jira:issue_created", "issue_created", 1364403238301);

        await using var monitor = await StartAsync(RealPayloads, "2013-03-27T17:06:00Z");
        await PostAsync(monitor, "jira", created.ToJsonString());
        foreach (var file in files) await PostAsync(monitor, "jira", Read(RealPayloads, file));
        await monitor.AdvanceToAsync("2013-03-27T18:00:00Z");

        Assert.Equal(
            ["response met 2013-03-27T16:53:58.301Z", "resolution running 2013-03-27T16:53:58.301Z"],
            await ClocksAsync(monitor, "jira:10400"));
        Assert.Empty(await ToldAsync(monitor, "jira:10400"));
    }

    [Theory]
    [InlineData("1-created", TicketEventType.Created, TicketStatus.Open, TicketPriority.Urgent)]
    [InlineData("2-status-without-triggered-event", TicketEventType.Updated, TicketStatus.Pending, TicketPriority.Low)]
    [InlineData("3-resolved-in-words", TicketEventType.Resolved, TicketStatus.Resolved, TicketPriority.Normal)]
    public void Freshdesk_BodyWithoutAUsableTrigger_SaysHowTheTicketStands(
        string file, TicketEventType type, TicketStatus status, TicketPriority priority)
    {
        var told = Translate("freshdesk", Read(Rules, file), HelpdeskSamples.Evening);

        Assert.Null(told.Ignored);
        Assert.Equal(
            (type, status, priority),
            told.Events.Single() switch { var e => (e.Type, e.Change.Status!.Value, e.Change.Priority!.Value) });
    }

    [Fact]
    public async Task Glpi_FollowupOfTheRequester_IsNoAnswer()
    {
        await using var monitor = await StartAsync(Followup, "2026-05-04T09:16:00Z");
        await PostAsync(monitor, "glpi", Read(Followup, "1-new"));
        await PostAsync(monitor, "glpi", Read(Followup, "2-followup-by-the-requester"));

        Assert.Equal(
            ["response running 2026-05-04T09:00:00Z", "resolution running 2026-05-04T09:00:00Z"], await ClocksAsync(monitor, "glpi:77"));
        Assert.Null(await CountAsync(monitor, "webhooks.glpi.unknownRequester"));
    }

    [Fact]
    public async Task Glpi_FollowupOfSomebodyWhoMightBeTheRequester_IsNobodys_AndCounted()
    {
        await using var monitor = await StartAsync(Followup, "2026-05-04T09:16:00Z");
        await PostAsync(monitor, "glpi", Read(Followup, "2-followup-by-the-requester"));

        Assert.StartsWith("response running", (await ClocksAsync(monitor, "glpi:77"))[0], StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(monitor, "webhooks.glpi.unknownRequester"));
    }

    [Fact]
    public async Task Bounces_AreSeen_AndSomebodyElseIsTold_OnceEach()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var monitor = await StartAsync(Bounces, "2026-03-02T10:00:00Z", new Dictionary<string, string?>
        {
            ["SendGrid__EventWebhook__PublicKey"] = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
        });
        foreach (var ticket in (string[])["A", "B", "C"])
        {
            using var answer = await monitor.PostAsync(
                "application/cloudevents+json",
                $$$"""
                {"specversion":"1.0","type":"ticket.created","source":"/desk","id":"{{{ticket}}}","subject":"{{{ticket}}}",
                 "time":"2026-03-02T10:00:00Z","data":{"title":"{{{ticket}}}"}}
                """);
            Assert.Equal(200, (int)answer.StatusCode);
        }

        await monitor.AdvanceToAsync("2026-03-02T11:01:00Z");
        Assert.Equal(["anna@example.com"], await ToldAsync(monitor, "A"));

        // By its return path: without arguments and without the id of its message.
        await BounceAsync(monitor, key, "anna@example.com", """ "sg_message_id":"" """, "e1");
        var health = await HealthAsync(monitor);
        Assert.Contains("a mail to anna@example.com did not arrive", health["problems"]!.ToJsonString(), StringComparison.Ordinal);

        for (var i = 0; i < 3; i++)
            await BounceAsync(monitor, key, "anna@example.com", await MailTo(monitor, "anna@example.com"), $"x{i}");
        await monitor.AdvanceToAsync("2026-03-02T11:05:00Z");
        foreach (var ticket in (string[])["A", "B", "C"])
            Assert.Equal(["anna@example.com", "ben@example.com"], await ToldAsync(monitor, ticket));

        foreach (var (who, time) in (IEnumerable<(string, string)>)
            [("ben", "2026-03-02T11:07:00Z"), ("carl", "2026-03-02T11:08:00Z"), ("lead", "2026-03-02T11:09:00Z")])
        {
            await BounceAsync(monitor, key, $"{who}@example.com", await MailTo(monitor, $"{who}@example.com"), who);
            await monitor.AdvanceToAsync(time);
        }

        foreach (var ticket in (string[])["A", "B", "C"])
        {
            Assert.Equal(
                ["anna@example.com", "ben@example.com", "carl@example.com", "lead@example.com"], await ToldAsync(monitor, ticket));
        }
    }

    private static async Task BounceAsync(TestMonitor monitor, ECDsa key, string who, string argument, string id)
    {
        // Signed in real time, of a moment before any mail left in real time: by its address, it is of none of ours.
        var time = monitor.Now.ToUnixTimeSeconds();
        var bounced = monitor.Get<IClock>().GetCurrentInstant().ToUnixTimeSeconds();
        var body = Edit.Bytes(
            $$"""
            [{"email":"{{who}}","timestamp":{{bounced}},"event":"bounce","type":"bounce","reason":"550 no such user",
              "sg_event_id":"{{id}}",{{argument}}}]
            """);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        content.Headers.Add(EventSignature.TimestampHeader, $"{time}");
        content.Headers.Add(EventSignature.SignatureHeader, Convert.ToBase64String(key.SignData(
            (byte[])[.. Edit.Bytes($"{time}"), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
        using var answer = await monitor.Http.PostAsync("/api/webhooks/sendgrid-events", content);
        Assert.Equal(204, (int)answer.StatusCode);
    }

    /// <summary>The argument by which a bounce says which mail it is of.</summary>
    private static async Task<string> MailTo(TestMonitor monitor, string who)
    {
        var told = (await monitor.Get<INotificationLedger>().ListAsync("A", default)).Last(record => record.Recipient == who);
        var mail = Path.GetFileNameWithoutExtension(told.Detail!);
        return $""" "notificationId":"{mail[(mail.IndexOf('-', StringComparison.Ordinal) + 1)..]}" """;
    }

    private static async Task<IReadOnlyList<string>> ToldAsync(TestMonitor monitor, string ticket) =>
    [
        .. (await monitor.Get<INotificationLedger>().ListAsync(ticket, default))
            .Where(record => record.State != NotificationState.Claimed)
            .Select(record => record.Recipient).Order(StringComparer.Ordinal),
    ];

    private static async Task<IReadOnlyList<string>> ClocksAsync(TestMonitor monitor, string ticket)
    {
        using var answer = await monitor.Http.GetAsync($"/api/tickets/{Uri.EscapeDataString(ticket)}");
        return
        [
            .. (await answer.JsonAsync())["clocks"]!.AsArray().Select(clock => $"{clock!["target"]} {clock["state"]} {clock["startedAt"]}"),
        ];
    }

    private static async Task<string> TextAsync(TestMonitor monitor, string ticket)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/tickets/{Uri.EscapeDataString(ticket)}");
        request.Headers.Accept.ParseAdd("text/plain");
        using var answer = await monitor.Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<int?> CountAsync(TestMonitor monitor, string name) => (int?)(await HealthAsync(monitor))["counts"]![name];

    private static async Task<JsonNode> HealthAsync(TestMonitor monitor)
    {
        using var answer = await monitor.Http.GetAsync("/api/health");
        return await answer.JsonAsync();
    }

    private static async Task PostAsync(TestMonitor monitor, string kind, string body)
    {
        using var request = Story.Send(kind, Edit.Bytes(body), monitor.Get<IClock>().GetCurrentInstant());
        using var answer = await monitor.Http.SendAsync(request);
        Assert.True((int)answer.StatusCode == 200, await answer.Content.ReadAsStringAsync());
    }

    private static HelpdeskDelivery Translate(string kind, string body, Instant now) => WebhookReader.Translate(
        TestConnections.Of(kind), new WebhookRequest("application/json", new Dictionary<string, string>(), Edit.Bytes(body)), now);

    private static Task<TestMonitor> StartAsync(string folder, string start, IReadOnlyDictionary<string, string?>? more = null)
    {
        var settings = TestConnections.Settings();
        settings["Agreements__Folder"] = FolderOf(folder);
        foreach (var (name, value) in more ?? new Dictionary<string, string?>()) settings[name] = value;
        return TestMonitor.StartAsync(settings: settings, start: start);
    }

    private static string Read(string folder, string file) => File.ReadAllText(Path.Combine(FolderOf(folder), file + ".json"));

    private static string FolderOf(string folder) => Path.Combine(AppContext.BaseDirectory, "data", "field", folder);
}
