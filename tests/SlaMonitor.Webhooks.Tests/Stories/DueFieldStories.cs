using System.Text.Json.Nodes;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Harness;

namespace SlaMonitor.Webhooks.Tests.Stories;

/// <summary>A due time is agreed by writing it into a field of the helpdesk: from the webhook to the clock and the counts.</summary>
public sealed class DueFieldStories : IDisposable
{
    private const string Ticket = "jira:10000";
    private const string Agreement =
        """
        agreement: desk
        effectiveFrom: 2026-01-01
        timeZone: UTC
        calendars: { always: 24x7 }
        targets: [ { id: resolution, metric: resolution, within: 8h, calendar: always, agreedDue: true } ]
        contacts: { lead: { email: lead@example.com } }
        escalation: [ { steps: [ { at: due, notify: [lead] } ] } ]
        """;

    private readonly string _agreements = Directory.CreateTempSubdirectory("sla-agreements-").FullName;

    public void Dispose() => Directory.Delete(_agreements, recursive: true);

    [Fact]
    public async Task Field_ChangedAfterTheCreation_IsAgreed_AndRepeatsAreNot()
    {
        await using var monitor = await StartAsync(Agreement);
        await PostAsync(monitor, Created("2026-05-04T12:00:00.000+0000"));
        Assert.Equal("2026-05-04T17:00:00.694Z", (string?)(await ClockAsync(monitor))["dueAt"]);

        await PostAsync(monitor, Updated("2026-05-06T17:00:00.000+0000", "1", "2026-05-04T10:00:00Z"));
        await PostAsync(monitor, Updated("2026-05-06T17:00:00.000+0000", "2", "2026-05-04T11:00:00Z"));
        await PostAsync(monitor, Updated(null, "3", "2026-05-04T11:30:00Z"));

        var clock = await ClockAsync(monitor);
        Assert.Equal("2026-05-06T17:00:00Z", (string?)clock["dueAt"]);
        var agreed = clock["agreedDue"]!;
        Assert.Equal(
            ("2026-05-04T10:00:00Z", "issue.fields.customfield_1 of jira", "jira"),
            ((string?)agreed["agreedAt"], (string?)agreed["reason"], (string?)agreed["approvedBy"]));
        Assert.Null(await CountAsync(monitor, "webhooks.jira.agreedDueInVain"));
    }

    [Fact]
    public async Task Field_ThatCannotBeRead_OrIsPast_OrComesTooLate_LeavesTheDueTime_AndIsCounted()
    {
        await using var monitor = await StartAsync(Agreement);
        await PostAsync(monitor, Created(null));
        await PostAsync(monitor, Updated("2026-05-06", "1", "2026-05-04T10:00:00Z"));
        await PostAsync(monitor, Updated("2026-05-04T09:30:00.000+0000", "2", "2026-05-04T11:00:00Z"));
        await monitor.AdvanceToAsync("2026-05-04T18:00:00Z");
        await PostAsync(monitor, Updated("2026-05-06T17:00:00.000+0000", "3", "2026-05-04T17:30:00Z"));

        var clock = await ClockAsync(monitor);
        Assert.Equal(("2026-05-04T17:00:00.694Z", "breached"), ((string?)clock["dueAt"], (string?)clock["state"]));
        Assert.Equal(1, await CountAsync(monitor, "webhooks.jira.unreadableDue"));
        Assert.Equal(2, await CountAsync(monitor, "webhooks.jira.agreedDueInVain"));
        var explanation = await TextAsync(monitor);
        Assert.Contains("It does not count: that was past when it was agreed.", explanation, StringComparison.Ordinal);
        Assert.Contains("It does not count: the clock was due before that was agreed.", explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_WhereTheTargetDoesNotAllowIt_DoesNotCount()
    {
        await using var monitor = await StartAsync(Agreement.Replace(", agreedDue: true", string.Empty, StringComparison.Ordinal));
        await PostAsync(monitor, Created(null));
        await PostAsync(monitor, Updated("2026-05-06T17:00:00.000+0000", "1", "2026-05-04T10:00:00Z"));

        Assert.Equal("2026-05-04T17:00:00.694Z", (string?)(await ClockAsync(monitor))["dueAt"]);
        Assert.Equal(1, await CountAsync(monitor, "webhooks.jira.agreedDueInVain"));
    }

    private static string Created(string? due) => Edit.Sample("jira/jira.issue_created.json", ("issue.fields.customfield_1", due));

    private static string Updated(string? due, string change, string at) => Edit.Sample(
        "jira/jira.issue_updated.assignee.json",
        ("issue.fields.customfield_1", due),
        ("changelog.id", change),
        ("timestamp", NodaTime.Text.InstantPattern.General.Parse(at).Value.ToUnixTimeMilliseconds()));

    private async Task<TestMonitor> StartAsync(string agreement)
    {
        await File.WriteAllTextAsync(Path.Combine(_agreements, "desk.yaml"), agreement);
        var settings = TestConnections.Settings();
        settings["Webhooks__Connections__jira__Fields"] = "issue.fields.customfield_1=agreedDue.resolution";
        settings["Agreements__Folder"] = _agreements;
        return await TestMonitor.StartAsync(settings: settings, start: "2026-05-04T12:00:00Z");
    }

    private static async Task PostAsync(TestMonitor monitor, string body)
    {
        using var request = Story.Send("jira", Edit.Bytes(body), monitor.Get<IClock>().GetCurrentInstant());
        using var answer = await monitor.Http.SendAsync(request);
        Assert.True((int)answer.StatusCode == 200, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonNode> ClockAsync(TestMonitor monitor)
    {
        using var answer = await monitor.Http.GetAsync($"/api/tickets/{Uri.EscapeDataString(Ticket)}");
        return Assert.Single((await answer.JsonAsync())["clocks"]!.AsArray())!;
    }

    private static async Task<string> TextAsync(TestMonitor monitor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/tickets/{Uri.EscapeDataString(Ticket)}");
        request.Headers.Accept.ParseAdd("text/plain");
        using var answer = await monitor.Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<int?> CountAsync(TestMonitor monitor, string name)
    {
        using var answer = await monitor.Http.GetAsync("/api/health");
        return (int?)(await answer.JsonAsync())["counts"]![name];
    }
}
