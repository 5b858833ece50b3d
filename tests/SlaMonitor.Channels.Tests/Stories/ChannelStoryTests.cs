using System.Text.Json.Nodes;
using SlaMonitor.Channels.Tests.Harness;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Channels.Tests.Stories;

/// <summary>People who are told by channels, in the whole program: from the event to the vendor, with its ledger and its health.</summary>
public sealed class ChannelStoryTests : IDisposable
{
    private const string Agreement = """
        agreement: desk
        title: Desk
        version: 1
        effectiveFrom: 2020-01-01
        timeZone: Europe/Berlin
        calendars:
          always: 24x7
        targets:
          - { id: response, metric: firstResponse, within: 4h, calendar: always }
        contacts:
          desk: { via: [webhook: chat, ntfy: phones] }
          lead: { email: lead@example.com, via: [pagerduty: pager, email] }
        fallbackContact: lead
        escalation:
          - allClear: always
            steps:
              - { at: 50%, notify: [desk] }
              - { at: due, notify: [desk, lead] }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("sla-channels-").FullName;

    public ChannelStoryTests() => File.WriteAllText(Path.Combine(_folder, "desk.yaml"), Agreement);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task WarnedInTheChat_BrokenToThePager_KeptAfterAll_EachOnce()
    {
        await using var chat = await StubVendor.StartAsync();
        await using var phones = await StubVendor.StartAsync();
        await using var pager = await StubVendor.StartAsync();
        await using var monitor = await StartAsync(chat, phones, pager);

        await PostAsync(monitor, "created", "2026-03-02T08:00:00Z", """{"title":"Cannot log in"}""");
        await monitor.AdvanceToAsync("2026-03-02T10:05:00Z");
        Assert.Equal(["sla.step.fired"], Types(chat));
        Assert.Single(phones.Requests);
        Assert.Empty(pager.Requests);

        await monitor.AdvanceToAsync("2026-03-02T12:05:00Z");
        Assert.Equal(["sla.step.fired", "sla.promise.breached"], Types(chat));
        Assert.Equal(2, phones.Requests.Count);
        Assert.Equal("trigger", (string?)Assert.Single(pager.Requests).Json["event_action"]);

        // The answer was given in time, and its event came late.
        await PostAsync(monitor, "replied", "2026-03-02T11:00:00Z", """{"by":"agent","agent":"anna@example.com","public":true}""");
        await monitor.AdvanceToAsync("2026-03-02T12:10:00Z");
        Assert.Equal(["sla.step.fired", "sla.promise.breached", "sla.all-clear"], Types(chat));
        Assert.Equal(["trigger", "resolve"], Actions(pager));

        await monitor.AdvanceToAsync("2026-03-03T12:00:00Z");
        Assert.Equal((3, 3, 2), (chat.Requests.Count, phones.Requests.Count, pager.Requests.Count));
        Assert.Equal("healthy", (string?)(await HealthAsync(monitor))["status"]);
    }

    [Fact]
    public async Task TakenInTheChat_IsSeenByThePager_AndTheEndByAll_EachOnce()
    {
        await using var chat = await StubVendor.StartAsync();
        await using var phones = await StubVendor.StartAsync();
        await using var pager = await StubVendor.StartAsync();
        await using var monitor = await StartAsync(chat, phones, pager);

        await PostAsync(monitor, "created", "2026-03-02T08:00:00Z", """{"title":"Cannot log in"}""");
        await monitor.AdvanceToAsync("2026-03-02T12:05:00Z");
        var take = new Uri((string)chat.Requests[^1].Json["data"]!["takeUrl"]!);
        using (var taken = await monitor.Http.PostAsync(take.PathAndQuery, null)) taken.EnsureSuccessStatusCode();
        await monitor.AdvanceToAsync("2026-03-02T12:10:00Z");

        Assert.Equal("sla.acknowledged", Types(chat).Last());
        Assert.Equal("webhook:chat", (string?)chat.Requests[^1].Json["data"]!["takenBy"]);
        Assert.Equal(["trigger", "acknowledge"], Actions(pager));

        await PostAsync(monitor, "replied", "2026-03-02T12:15:00Z", """{"by":"agent","agent":"anna@example.com","public":true}""");
        await monitor.AdvanceToAsync("2026-03-02T12:20:00Z");
        Assert.Equal("sla.promise.ended", Types(chat).Last());
        Assert.Equal(["trigger", "acknowledge", "resolve"], Actions(pager));

        var told = (chat.Requests.Count, phones.Requests.Count, pager.Requests.Count);
        await PostAsync(monitor, "updated", "2026-03-02T12:25:00Z", """{"status":"open"}""");
        await monitor.AdvanceToAsync("2026-03-03T12:20:00Z");
        Assert.Equal(told, (chat.Requests.Count, phones.Requests.Count, pager.Requests.Count));
    }

    [Fact]
    public async Task AChannelThatIsRevoked_IsAnsweredForByMail_AndTheHealthSaysSo()
    {
        await using var chat = await StubVendor.StartAsync();
        await using var phones = await StubVendor.StartAsync();
        await using var pager = await StubVendor.StartAsync();
        chat.Otherwise = StubVendor.Say(410, "gone");
        await using var monitor = await StartAsync(chat, phones, pager);

        await PostAsync(monitor, "created", "2026-03-02T08:00:00Z", """{"title":"Cannot log in"}""");
        await monitor.AdvanceToAsync("2026-03-02T10:05:00Z");

        using var ticket = await monitor.Http.GetAsync("/api/tickets/HD-1");
        var told = (await ticket.JsonAsync())["notifications"]!.AsArray()
            .Select(one => ((string?)one!["recipient"], (string?)one["state"])).ToList();
        Assert.Contains(("webhook:chat", "failed"), told);
        Assert.Contains(("ntfy:phones", "sent"), told);
        Assert.Contains(("lead@example.com", "sent"), told);
        Assert.Contains("webhook:chat took nothing at ", $"{await HealthAsync(monitor)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChannelThatTheSettingsDoNotConnect_IsSaidByTheHealth()
    {
        await using var monitor = await TestMonitor.StartAsync(
            settings: new Dictionary<string, string?> { ["Agreements__Folder"] = _folder }, start: "2026-03-02T08:00:00Z");
        Assert.Contains(
            "Contact desk of desk is to be told by webhook:chat, and the settings connect no such channel",
            $"{await HealthAsync(monitor)}", StringComparison.Ordinal);
    }

    private Task<TestMonitor> StartAsync(StubVendor chat, StubVendor phones, StubVendor pager) => TestMonitor.StartAsync(
        settings: new Dictionary<string, string?>
        {
            ["Agreements__Folder"] = _folder,
            ["Egress__AllowPrivate"] = "true",
            ["Channels__chat__Kind"] = "webhook",
            ["Channels__chat__Url"] = chat.Url,
            ["Channels__chat__Token"] = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            ["Channels__phones__Kind"] = "ntfy",
            ["Channels__phones__Url"] = phones.Url,
            ["Channels__phones__To"] = "desk",
            ["Channels__pager__Kind"] = "pagerduty",
            ["Channels__pager__Url"] = pager.Url,
            ["Channels__pager__Token"] = "R0UT1NGK3Y",
        },
        start: "2026-03-02T08:00:00Z");

    private static async Task PostAsync(TestMonitor monitor, string what, string time, string data)
    {
        using var answer = await monitor.PostAsync(
            "application/cloudevents+json",
            $$"""
            {"specversion":"1.0","id":"{{what}}","source":"/test","type":"ticket.{{what}}","subject":"HD-1","time":"{{time}}",
            "data":{{data}}}
            """);
        answer.EnsureSuccessStatusCode();
    }

    private static IEnumerable<string?> Actions(StubVendor pager) =>
        pager.Requests.Select(request => (string?)request.Json["event_action"]);

    private static IEnumerable<string?> Types(StubVendor chat) => chat.Requests.Select(request => (string?)request.Json["type"]);

    private static async Task<JsonNode> HealthAsync(TestMonitor monitor)
    {
        using var answer = await monitor.Http.GetAsync("/api/health");
        return await answer.JsonAsync();
    }
}
