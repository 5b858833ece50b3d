using System.Text.Json;
using System.Xml.Linq;

namespace SlaMonitor.Cli.Tests.Explaining;

/// <summary><c>sla explain</c> over a file of events.</summary>
public sealed class ExplainTests : IDisposable
{
    private const string Agreement = """
        agreement: support
        effectiveFrom: 2026-01-01
        timeZone: Europe/Berlin
        calendars: { business: { week: { mon-fri: "09:00-17:00" } } }
        targets:
          - { id: response, metric: firstResponse, within: 2h, calendar: business }
          - { id: resolution, metric: resolution, within: 8h, calendar: business }
        """;

    // Friday afternoon; answered on Monday; held over Tuesday.
    private static readonly string Events = string.Join(
        '\n',
        Event(1, "HD-1", "2026-05-08T15:00:00+02:00", "created", """{"title":"Cannot \u001b[31mlog in"}"""),
        Event(9, "HD-10", "2026-05-08T15:30:00+02:00", "created", "{}"),
        string.Empty,
        Event(2, "HD-1", "2026-05-11T09:30:00+02:00", "replied", """{"by":"agent","public":true}"""),
        Event(3, "HD-1", "2026-05-11T11:00:00+02:00", "updated", """{"status":"pending"}"""),
        Event(4, "HD-1", "2026-05-13T09:00:00+02:00", "updated", """{"status":"open"}"""));

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ticket_IsToldAndDrawn_AsOfAMoment()
    {
        var (outcome, text, errors) = Explain(Events, "HD-1", "--at", "2026-05-13T10:00:00+02:00");

        Assert.Equal((0, ""), (outcome, errors));
        Assert.StartsWith("HD-1  Cannot [31mlog in\n", text, StringComparison.Ordinal);
        Assert.Contains("First response: breached", text, StringComparison.Ordinal);
        Assert.Contains("Broken: it was due Fri 2026-05-08 17:00:00; an agent replied Mon 2026-05-11", text, StringComparison.Ordinal);
        Assert.Contains("Resolution: running", text, StringComparison.Ordinal);
        Assert.Contains("Counted 5h of 8h:", text, StringComparison.Ordinal);
        Assert.Contains(
            "Not counted: Mon 2026-05-11 11:00:00 – Wed 2026-05-13 09:00:00, the status was pending.", text, StringComparison.Ordinal);
        Assert.Contains("now 2026-05-13 10:00 ^\n", text, StringComparison.Ordinal);
        Assert.Contains("due 2026-05-13 13:00 ^\n", text, StringComparison.Ordinal);
        Assert.Contains("█ counted  ▒ open, to come  = held  · closed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatHadNotHappenedByThen_IsNotKnownThen()
    {
        var (_, text, _) = Explain(Events, "HD-1", "--at", "2026-05-11T09:15:00+02:00");

        Assert.Contains("First response: breached", text, StringComparison.Ordinal);
        Assert.DoesNotContain("an agent replied", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HasEveryClock()
    {
        var (_, text, _) = Explain(Events, "HD-1", "--json", "--at", "2026-05-13T10:00:00+02:00");

        using var told = JsonDocument.Parse(text);
        Assert.Equal("support", told.RootElement.GetProperty("agreement").GetString());
        Assert.Equal(
            [("response", "breached", 10_800 - 1800L), ("resolution", "running", 18_000)],
            told.RootElement.GetProperty("clocks").EnumerateArray().Select(clock => (
                clock.GetProperty("target").GetString()!,
                clock.GetProperty("state").GetString()!,
                clock.GetProperty("elapsedSeconds").GetInt64())));
    }

    [Fact]
    public void Picture_IsWellFormed_AndHasARowForEachClock()
    {
        var picture = _folder.At("clocks.svg");

        Explain(Events, "HD-1", "--svg", picture, "--at", "2026-05-13T10:00:00+02:00");

        var svg = XDocument.Load(picture);
        Assert.Equal(
            ["response, cycle 1: breached", "resolution, cycle 1: running"],
            svg.Descendants().Where(e => e.Name.LocalName == "title").Select(e => e.Value.Split('.')[0]));
    }

    [Theory]
    [InlineData("HD-2", "there is no event of a ticket 'HD-2'")]
    [InlineData("hd-1", "there is no event of a ticket 'hd-1'")]
    public void UnknownTicket_IsSaid(string ticket, string expected)
    {
        var (outcome, _, errors) = Explain(Events, ticket);

        Assert.Equal(1, outcome);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void TicketOfLater_IsSaid()
    {
        var (outcome, _, errors) = Explain(Events, "HD-1", "--at", "2026-05-01T00:00:00Z");

        Assert.Equal(1, outcome);
        Assert.Contains(
            "nothing is known of 'HD-1' as of 2026-05-01T00:00:00Z; its first event is of 2026-05-08T13:00:00Z", errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public void UnreadableLine_HasItsPlace_ButOnlyWhereItMayBeAboutTheTicket()
    {
        var broken = Events.Replace("\"time\":\"2026-05-11T11:00:00+02:00\"", "\"time\":\"yesterday\"", StringComparison.Ordinal);

        var (outcome, _, errors) = Explain(broken, "HD-1");
        var (other, _, _) = Explain(broken, "HD-10");

        Assert.Equal((1, 0), (outcome, other));
        Assert.Contains("events.jsonl:5:1: error: event", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_AndWrongAgreement_AreSaid()
    {
        var missing = _folder.At("none.jsonl");

        var (outcome, _, errors) = CliFolder.Run(
            "explain", "--agreement", _folder.Write("bad.yaml", "agreement: support"), "--events", missing, "--ticket", "HD-1");

        Assert.Equal(1, outcome);
        Assert.Contains("bad.yaml:1:1: error: ", errors, StringComparison.Ordinal);

        (outcome, _, errors) = CliFolder.Run(
            "explain", "--agreement", _folder.Write("good.yaml", Agreement), "--events", missing, "--ticket", "HD-1");

        Assert.Equal(1, outcome);
        Assert.Contains("none.jsonl: error: the events cannot be read: ", errors, StringComparison.Ordinal);
    }

    private static string Event(int id, string ticket, string time, string what, string data) =>
        $$"""{"specversion":"1.0","id":"{{id}}","source":"/desk","type":"ticket.{{what}}","subject":"{{ticket}}","time":"{{time}}","""
        + "\"data\":" + data + "}";

    private (int Outcome, string Text, string Errors) Explain(string events, string ticket, params string[] more) => CliFolder.Run(
    [
        "explain", "--agreement", _folder.Write("support.yaml", Agreement), "--events", _folder.Write("events.jsonl", events),
        "--ticket", ticket, .. more,
    ]);
}
