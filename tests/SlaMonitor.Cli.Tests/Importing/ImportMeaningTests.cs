using System.Text.Json;

namespace SlaMonitor.Cli.Tests.Importing;

/// <summary>
/// What imported agreements promise for a ticket: which target of the export counts, by which calendar, and when it is due. The expected
/// times are worked out by hand from the export.
/// </summary>
public sealed class ImportMeaningTests : IDisposable
{
    /// <summary>After all that happens here: an event of the future is none.</summary>
    private static readonly DateTimeOffset NextYear = new(2027, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    // Gold, urgent: a quarter of an hour around the clock, on a Saturday in Los Angeles.
    [InlineData("zendesk", "2026-05-09T22:00:00-07:00", """{"priority":"urgent","customer":"701"}""",
        "gold-customers-first-reply-time-urgent 2026-05-10T05:15:00Z;gold-customers-requester-wait-time-urgent 2026-05-10T09:00:00Z;"
        + "gold-customers-periodic-update-time-urgent 2026-05-10T06:00:00Z")]
    // Gold, high: ninety minutes of office time, of which Friday has half an hour left.
    [InlineData("zendesk", "2026-05-08T13:30:00-07:00", """{"priority":"high","customer":"702"}""",
        "gold-customers-first-reply-time-high 2026-05-11T17:00:00Z")]
    // Gold, normal: the first policy takes the ticket and promises nothing, so the second does not count.
    [InlineData("zendesk", "2026-05-08T09:00:00-07:00", """{"priority":"normal","customer":"701","fields":{"type":"incident"}}""", "")]
    // A test of a gold customer is none of the first policy.
    [InlineData("zendesk", "2026-05-11T09:00:00-07:00",
        """{"priority":"normal","customer":"701","tags":["test"],"fields":{"type":"incident"}}""",
        "everyone-first-reply-time-normal 2026-05-12T00:00:00Z;everyone-total-resolution-time-normal 2026-05-18T19:00:00Z")]
    // Over Thanksgiving, both days of it.
    [InlineData("zendesk", "2026-11-25T16:30:00-08:00", """{"priority":"urgent","fields":{"ticket_form_id":"5001"}}""",
        "everyone-first-reply-time-urgent 2026-11-30T17:30:00Z")]
    [InlineData("freshdesk", "2026-05-09T22:00:00-04:00", """{"priority":"urgent","customer":"11","fields":{"type":"Incident"}}""",
        "premium-support-respond-within-urgent 2026-05-10T02:15:00Z;premium-support-resolve-within-urgent 2026-05-10T06:00:00Z")]
    [InlineData("freshdesk", "2026-05-08T19:30:00-04:00", """{"priority":"high","customer":"11","fields":{"type":"Question"}}""",
        "default-respond-within-high 2026-05-11T13:00:00Z;default-resolve-within-high 2026-05-12T18:00:00Z")]
    [InlineData("jira", "2026-05-13T11:30:00+02:00", """{"priority":"high","tags":["data loss"]}""",
        "time-to-first-response-high-incident-outage-data-loss 2026-05-13T11:30:00Z;time-to-resolution-2 2026-05-20T11:30:00Z")]
    [InlineData("jira", "2026-12-24T16:30:00+01:00", """{"priority":"low","fields":{"Customer_Request_Type":"Report an outage"}}""",
        "time-to-first-response 2026-12-28T11:30:00Z;time-to-resolution-report-an-outage-others 2026-12-28T15:30:00Z")]
    [InlineData("servicenow", "2026-07-02T16:00:00-04:00", """{"priority":"high","group":"g1"}""",
        "p2-and-p3-resolution 2026-07-08T19:00:00Z")]
    [InlineData("servicenow", "2026-07-02T16:00:00-04:00", """{"priority":"high","group":"g9","fields":{"caller_id_vip":"true"}}""",
        "vip-resolution 2026-07-06T19:00:00Z")]
    [InlineData("zammad", "2026-05-08T16:30:00+02:00", """{"priority":"high","group":"1"}""",
        "a-high-priority-first-response-time 2026-05-11T07:30:00Z;a-high-priority-update-time 2026-05-11T08:30:00Z")]
    [InlineData("zammad", "2026-12-24T16:00:00+01:00", """{"priority":"normal","group":"1"}""",
        "b-everyone-first-response-time 2026-12-28T11:00:00Z;b-everyone-solution-time 2027-01-01T16:00:00Z")]
    public void Ticket_GetsWhatTheHelpdeskPromises(string helpdesk, string created, string data, string expected)
    {
        var agreement = _folder.At("made.yaml");
        Assert.Equal(0, CliFolder.Run(["import", helpdesk, .. ImportFixtures.Files(helpdesk), "--out", agreement]).Outcome);
        var events = _folder.Write(
            "events.jsonl",
            $$"""{"specversion":"1.0","id":"1","source":"/desk","type":"ticket.created","subject":"T","time":"{{created}}","data":"""
            + data + "}");

        var (outcome, text, errors) = CliFolder.RunOn(
            NextYear, "explain", "--agreement", agreement, "--events", events, "--ticket", "T", "--json", "--at", created);

        Assert.Equal((0, ""), (outcome, errors));
        using var told = JsonDocument.Parse(text);
        var clocks = told.RootElement.GetProperty("clocks").EnumerateArray()
            .Select(clock => $"{clock.GetProperty("target").GetString()} {clock.GetProperty("dueAt").GetString()}");
        Assert.Equal(expected.Split(';', StringSplitOptions.RemoveEmptyEntries).Order(), clocks.Order());
    }

    /// <summary>Zendesk's requester wait time stands still in pending, and not in on-hold.</summary>
    [Fact]
    public void WaitTime_StandsStillWhereTheHelpdesksDoes() => Assert.Contains(
        "pause: { statuses: [pending] }", ImportFixtures.Expected("zendesk"), StringComparison.Ordinal);
}
