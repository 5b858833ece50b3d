using System.Net;
using System.Text.RegularExpressions;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>Promises that are taken from the board, handed over and given back.</summary>
public sealed partial class BoardTakingTests
{
    private const string Anna = "anna@example.com";
    private const string Ben = "ben@example.com";
    private const string Ticket = "/tickets/HD-1?lang=en";

    [Fact]
    public async Task Take_FromTheTicket_AsksWhoItIs_AndRemembersIt()
    {
        await using var monitor = await OpenAsync();
        using var anna = new BoardReader(monitor);

        using var nobody = await anna.PressAsync(await anna.PageAsync(Ticket), "take", ("as", "no address"));
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
        Assert.Contains("an address is needed", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var taken = await anna.PressAsync(await anna.PageAsync(Ticket), "take", ("as", Anna));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal("../dashboard/tickets/HD-1?lang=en", taken.Headers.Location!.ToString());

        var page = await anna.PageAsync(Ticket);
        Assert.Contains("value=\"giveBack\"", page, StringComparison.Ordinal);
        Assert.Contains($"<bdi>{Anna}</bdi></a></li>", page, StringComparison.Ordinal);
        using var other = new BoardReader(monitor);
        Assert.Contains(Anna, await other.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_BySomebodyElseAtOnce_IsToldWhoHasIt_AndNothingChanges()
    {
        await using var monitor = await OpenAsync();
        using var anna = new BoardReader(monitor);
        using var ben = new BoardReader(monitor);
        var (seenByAnna, seenByBen) = (await anna.PageAsync(Ticket), await ben.PageAsync(Ticket));

        (await anna.PressAsync(seenByAnna, "take", ("as", Anna))).Dispose();
        using var late = await ben.PressAsync(seenByBen, "take", ("as", Ben));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains($"Nothing was changed: {Anna} has it", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var again = await anna.PressAsync(seenByAnna, "take", ("as", Anna));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task HandOver_AndGiveBack_AreSeenByAll_AndTheStepsThatWereQuietAreToldThen()
    {
        await using var monitor = await OpenAsync();
        using var anna = new BoardReader(monitor);
        (await anna.NameAsync(Anna)).Dispose();
        (await anna.PressAsync(await anna.PageAsync(), "take")).Dispose();
        var taken = await anna.PageAsync(Ticket);

        using var handed = await anna.PressAsync(taken, "handOver", ("to", Ben));
        Assert.Equal(HttpStatusCode.Redirect, handed.StatusCode);
        var page = await anna.PageAsync(Ticket);
        Assert.Contains(Ben, page, StringComparison.Ordinal);

        // What anna still sees is no longer so.
        using var stale = await anna.PressAsync(taken, "giveBack");
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains($"{Ben} has it", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await monitor.AdvanceToAsync("2026-03-02T09:45:00+08:00");
        Assert.Contains("Nobody has been told of anything.", await anna.PageAsync(Ticket), StringComparison.Ordinal);
        using var back = await anna.PressAsync(page, "giveBack");
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        await monitor.AdvanceToAsync("2026-03-02T09:46:00+08:00");
        page = await anna.PageAsync(Ticket);
        Assert.DoesNotContain("Nobody has been told of anything.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"take\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site", null, HttpStatusCode.Forbidden)]
    [InlineData("same-site", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData(null, "null", HttpStatusCode.Forbidden)]
    [InlineData(null, null, HttpStatusCode.Redirect)] // a program: no browser leaves out both
    [InlineData("same-origin", null, HttpStatusCode.Redirect)]
    [InlineData(null, "itself", HttpStatusCode.Redirect)]
    public async Task Form_OfAnotherSite_ChangesNothing(string? site, string? origin, HttpStatusCode status)
    {
        await using var monitor = await OpenAsync();
        using var reader = new BoardReader(monitor, site);
        var itself = reader.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        if (origin is not null) reader.Http.DefaultRequestHeaders.Add("Origin", origin == "itself" ? itself : origin);

        using var named = await reader.NameAsync(Anna);
        using var taken = await reader.PressAsync(await reader.PageAsync(Ticket), "take", ("as", Anna));

        Assert.Equal(status, named.StatusCode);
        Assert.Equal(status, taken.StatusCode);
        Assert.Equal(status == HttpStatusCode.Redirect, (await reader.PageAsync()).Contains(Anna, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Take_WithoutASession_WhereAKeyIsNeeded_IsRefused()
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "First");
        using var reader = new BoardReader(monitor);

        using var answer = await reader.SendAsync(
            "/promises", new() { ["do"] = "take", ["ticket"] = "HD-1", ["clock"] = "response-urgent/1/3600s", ["as"] = Anna });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Reader_IsShownNoForm_AndMayNotTake_WhileAnAgentMay_AndItIsWrittenDown()
    {
        var settings = new Dictionary<string, string?>(BoardDesk.WithKeys) { ["ReaderKey"] = "the-reader-key" };
        await using var monitor = await BoardDesk.OpenAsync(settings);
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "First");
        using var reader = new BoardReader(monitor);
        reader.Http.DefaultRequestHeaders.Add("x-functions-key", "the-reader-key");
        using var agent = new BoardReader(monitor);
        agent.Http.DefaultRequestHeaders.Add("x-functions-key", "the-function-key");

        var form = await agent.PageAsync(Ticket);
        Assert.DoesNotContain("value=\"take\"", await reader.PageAsync(Ticket), StringComparison.Ordinal);
        using var refused = await reader.PressAsync(form, "take", ("as", Anna));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var taken = await agent.PressAsync(form, "take", ("as", Anna));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);

        using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/audit");
        asked.Headers.Add("x-functions-key", "the-admin-key");
        using var audit = await monitor.Http.SendAsync(asked);
        Assert.Contains($"{Anna} (function key)", await audit.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mine_IsWhatTheReaderTook_OrIsTheAgentOf_UnderAnyNameOfTheirs()
    {
        await using var monitor = await OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-2", "urgent", "Second", assignee: "li.wei");
        await BoardDesk.CustomerOpensAsync(monitor, "HD-3", "urgent", "Third", assignee: "ben@example.com");
        using var reader = new BoardReader(monitor);

        using var asked = await reader.Http.GetAsync($"{BoardDesk.Address}?mine=1&lang=en");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Contains("dashboard/name?next=dashboard%3Fmine%3D1", asked.Headers.Location!.ToString(), StringComparison.Ordinal);

        (await reader.NameAsync("li.wei@example.com")).Dispose();
        Assert.Equal(["HD-1", "HD-2"], Shown(await reader.PageAsync("?mine=1&lang=en")));
        (await reader.NameAsync("ben@example.com")).Dispose();
        Assert.Equal(["HD-3"], Shown(await reader.PageAsync("?mine=1&lang=en")));
        var form = await reader.PageAsync("/tickets/HD-1?lang=en");
        (await reader.PressAsync(form, "take")).Dispose();
        Assert.Equal(["HD-1", "HD-3"], Shown(await reader.PageAsync("?mine=1&lang=en")));
    }

    [Theory]
    [InlineData("dropTable", "HD-1", "x", HttpStatusCode.BadRequest)]
    [InlineData("take", "", "x", HttpStatusCode.BadRequest)]
    [InlineData("take", "HD-1", "no-such/1/1s", HttpStatusCode.Conflict)]
    [InlineData("take", "HD-9", "no-such/1/1s", HttpStatusCode.NotFound)]
    public async Task Form_ThatAsksForWhatThereIsNot_IsToldSo(string action, string ticket, string clock, HttpStatusCode status)
    {
        await using var monitor = await OpenAsync();
        using var reader = new BoardReader(monitor);

        using var answer = await reader.SendAsync(
            "/promises", new() { ["do"] = action, ["ticket"] = ticket, ["clock"] = clock, ["as"] = Anna });

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Name_IsRemembered_Forgotten_AndRefusedWhereItIsNoAddress()
    {
        await using var monitor = await OpenAsync();
        using var reader = new BoardReader(monitor);

        using var wrong = await reader.NameAsync("<script>alert(1)</script>");
        var html = await wrong.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("This is no address", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);

        using var right = await reader.NameAsync($" {Anna} ", "dashboard/tickets/HD-1");
        Assert.Equal("../dashboard/tickets/HD-1", right.Headers.Location!.ToString());
        var cookie = Assert.Single(right.Headers.GetValues("Set-Cookie"));
        Assert.Matches("path=/api/dashboard; samesite=strict; httponly$", cookie.ToLowerInvariant());
        Assert.Contains($"<bdi>{Anna}</bdi>", await reader.PageAsync(), StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Take it: HD-1, ", await reader.PageAsync(), StringComparison.Ordinal);

        (await reader.NameAsync(string.Empty)).Dispose();
        Assert.Contains("Who are you?", await reader.PageAsync(), StringComparison.Ordinal);
    }

    private static async Task<TestMonitor> OpenAsync()
    {
        var monitor = await BoardDesk.OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", BoardDesk.Hostile, assignee: "li.wei@example.com");
        return monitor;
    }

    private static List<string> Shown(string html) =>
        [.. TicketRow().Matches(html).Select(row => row.Groups["ticket"].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("<th scope=\"row\"><a href=\"[^\"]*\"><bdi>(?<ticket>[^<]*)</bdi>")]
    private static partial Regex TicketRow();
}
