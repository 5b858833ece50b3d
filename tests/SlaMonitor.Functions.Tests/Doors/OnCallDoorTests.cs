using System.Net;
using System.Text.RegularExpressions;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>Who is on call, as a page and as a calendar, and shifts that are swapped.</summary>
public sealed partial class OnCallDoorTests
{
    private const string Anna = "anna@example.com";
    private const string StandIn = "dora@example.com";

    [Fact]
    public async Task Page_SaysWhoIsOnCall_WhoIsNext_AndUntilWhen()
    {
        await using var monitor = await BoardDesk.OpenAsync();

        var html = await BoardDesk.PageAsync(monitor, $"{BoardDesk.Address}/on-call?lang=en");

        Assert.Contains("on-call · standard-support", html, StringComparison.Ordinal);
        Assert.Contains("Mon 9 Mar 2026, 09:00", html, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\">On call", html, StringComparison.Ordinal);
        Assert.Contains("Say who you are", html, StringComparison.Ordinal);
        Assert.Equal(4, Shifts(html).Count);
        using var unknown = await monitor.Http.GetAsync($"{BoardDesk.Address}/on-call?week=2");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task Swap_CountsAtOnce_ForThoseWhoAreTold_AndIsExplained_UntilItIsTakenBack()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        using var anna = await NamedAsync(monitor);
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "First", assignee: "li.wei@example.com");

        using var swapped = await SwapAsync(anna, StandIn, "2026-03-02T09:30", "2026-03-02T18:00");
        Assert.Equal(HttpStatusCode.Redirect, swapped.StatusCode);
        await monitor.AdvanceToAsync("2026-03-02T10:01:00+08:00");

        var ticket = await anna.PageAsync("/tickets/HD-1?lang=en");
        Assert.Contains($"{StandIn}, in place of ", ticket, StringComparison.Ordinal);
        Assert.Contains($"{StandIn} · ", ticket, StringComparison.Ordinal);
        var json = await monitor.Http.GetStringAsync("/api/tickets/HD-1");
        Assert.Contains($"\"now\": \"{StandIn}\"", json, StringComparison.Ordinal);
        Assert.Contains($"\"changedBy\": \"{Anna}\"", json, StringComparison.Ordinal);

        var html = await anna.PageAsync("/on-call?lang=en");
        Assert.Contains($"changed by {Anna}", html, StringComparison.Ordinal);
        var change = TakeBack().Match(html).Groups["id"].Value;
        using var back = await anna.SendAsync("/on-call", new() { ["takeBack"] = WebUtility.HtmlDecode(change) });
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        await monitor.AdvanceToAsync("2026-03-02T10:02:00+08:00");
        Assert.DoesNotContain($"\"now\": \"{StandIn}\"", await monitor.Http.GetStringAsync("/api/tickets/HD-1"), StringComparison.Ordinal);
        using var again = await anna.SendAsync("/on-call", new() { ["takeBack"] = change });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Theory]
    [InlineData("nobody", "2026-03-03T09:00", "2026-03-03T18:00")]
    [InlineData(StandIn, "2026-03-03T18:00", "2026-03-03T09:00")]
    [InlineData(StandIn, "2026-02-01T09:00", "2026-02-02T09:00")]
    [InlineData(StandIn, "2026-03-03T09:00", "2026-06-03T09:00")]
    [InlineData(StandIn, "tomorrow", "2026-03-03T18:00")]
    [InlineData(StandIn, "2026-03-03T09:00", "2026-03-03T18:00", "no-such")]
    public async Task Swap_ThatCannotBe_IsRefused_AndChangesNothing(string member, string from, string until, string contact = "on-call")
    {
        await using var monitor = await BoardDesk.OpenAsync();
        using var anna = await NamedAsync(monitor);
        var before = Shifts(await anna.PageAsync("/on-call"));

        using var answer = await SwapAsync(anna, member, from, until, contact);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Nothing was changed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, Shifts(await anna.PageAsync("/on-call")));
    }

    [Fact]
    public async Task Swap_OfAnotherSite_OrByNobody_IsRefused()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        using var other = new BoardReader(monitor, "cross-site");
        using var nobody = new BoardReader(monitor);

        using var forged = await SwapAsync(other, StandIn, "2026-03-03T09:00", "2026-03-03T18:00");
        using var unnamed = await SwapAsync(nobody, StandIn, "2026-03-03T09:00", "2026-03-03T18:00");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest), (forged.StatusCode, unnamed.StatusCode));
    }

    [Fact]
    public async Task Calendar_NeedsNoSession_HasStableIds_AndTheStandIn()
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);
        using var anna = await NamedAsync(monitor, "the-function-key");
        var address = Calendar().Match(await anna.PageAsync("/on-call")).Value;

        var before = await CalendarAsync(monitor, address);
        (await SwapAsync(anna, StandIn, "2026-03-09T09:00", "2026-03-16T09:00")).Dispose();
        var after = await CalendarAsync(monitor, address);

        Assert.StartsWith("BEGIN:VCALENDAR", before, StringComparison.Ordinal);
        Assert.DoesNotContain(StandIn, before, StringComparison.Ordinal);
        Assert.Contains(StandIn, after, StringComparison.Ordinal);
        Assert.Equal(Uids(before), Uids(after));
        Assert.Equal(Uids(after).Count, Uids(after).Distinct().Count());
        Assert.Equal(address, Calendar().Match(await anna.PageAsync("/on-call")).Value);

        using var forged = await monitor.Http.GetAsync(new Uri(address).AbsolutePath.Replace(".ics", "A.ics", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    [Fact]
    public async Task Link_OfAPerson_SwapsTheirOwnShiftsWithoutASession_AndNobodyElses()
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);
        using var agent = await NamedAsync(monitor, "the-function-key");
        var page = await agent.PageAsync("/on-call?lang=en");
        var links = OwnLink().Matches(page).ToDictionary(
            match => match.Groups["who"].Value, match => new Uri(match.Groups["link"].Value).AbsolutePath["/api/dashboard".Length..]);
        var members = Member().Matches(page).Select(match => match.Groups["who"].Value).Take(2).ToList();
        var (mine, theirs) = (links[members[0]], links[members[1]]);
        using var person = new BoardReader(monitor);

        Assert.Empty(OwnLink().Matches(await person.PageAsync($"{mine}?lang=en")));
        using var swapped = await SwapAtAsync(person, mine, StandIn, "2026-03-02T09:30", "2026-03-02T18:00");
        Assert.Equal(HttpStatusCode.Redirect, swapped.StatusCode);
        var after = await agent.PageAsync("/on-call?lang=en");
        Assert.Contains($"in place of {members[0]} · changed by {members[0]}", after, StringComparison.Ordinal);

        using var notTheirs = await SwapAtAsync(person, theirs, StandIn, "2026-03-03T09:30", "2026-03-03T18:00");
        Assert.Equal(HttpStatusCode.Conflict, notTheirs.StatusCode);
        Assert.Contains("this link swaps your own shifts", await notTheirs.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var change = WebUtility.HtmlDecode(TakeBack().Match(after).Groups["id"].Value);
        using var foreign = await person.SendAsync(theirs, new() { ["takeBack"] = change });
        Assert.Equal(HttpStatusCode.Conflict, foreign.StatusCode);
        using var back = await person.SendAsync(mine, new() { ["takeBack"] = change });
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        using var forged = await monitor.Http.GetAsync(BoardDesk.Address + mine + "A");
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    private static async Task<BoardReader> NamedAsync(TestMonitor monitor, string? key = null)
    {
        var reader = new BoardReader(monitor);
        if (key is not null) reader.Http.DefaultRequestHeaders.Add("x-functions-key", key);
        (await reader.NameAsync(Anna)).Dispose();
        return reader;
    }

    private static Task<HttpResponseMessage> SwapAsync(
        BoardReader reader, string member, string from, string until, string contact = "on-call") => reader.SendAsync(
        "/on-call?lang=en",
        new()
        {
            ["agreement"] = "standard-support",
            ["contact"] = contact,
            ["member"] = member,
            ["from"] = from,
            ["until"] = until,
        });

    private static Task<HttpResponseMessage> SwapAtAsync(BoardReader reader, string page, string member, string from, string until) =>
        reader.SendAsync(
            $"{page}?lang=en",
            new()
            {
                ["agreement"] = "standard-support",
                ["contact"] = "on-call",
                ["member"] = member,
                ["from"] = from,
                ["until"] = until,
            });

    private static async Task<string> CalendarAsync(TestMonitor monitor, string address)
    {
        using var answer = await monitor.Http.GetAsync(new Uri(address).PathAndQuery);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        return (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", string.Empty, StringComparison.Ordinal);
    }

    private static List<string> Uids(string calendar) => [.. Uid().Matches(calendar).Select(match => match.Value.Trim())];

    private static List<string> Shifts(string html) => [.. Row().Matches(html).Select(match => match.Value)];

    [GeneratedRegex("<th scope=\"row\">.*?</th>")]
    private static partial Regex Row();

    [GeneratedRegex("name=\"takeBack\" value=\"(?<id>[^\"]*)\"")]
    private static partial Regex TakeBack();

    [GeneratedRegex(@"http://[^\s<]*/api/calendars/[\w.-]+\.ics")]
    private static partial Regex Calendar();

    [GeneratedRegex("<th scope=\"row\"><bdi class=\"title\">(?<who>[^<]+)</bdi>")]
    private static partial Regex Member();

    [GeneratedRegex(
        @"For (?<who>[^\s,<]+), to swap own shifts.*?(?<link>http://[^\s<]*/api/dashboard/shifts/[\w.-]+)", RegexOptions.Singleline)]
    private static partial Regex OwnLink();

    [GeneratedRegex("^UID:.*$", RegexOptions.Multiline)]
    private static partial Regex Uid();
}
