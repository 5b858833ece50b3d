using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>The board over HTTP: what is open, by urgency, and what a look costs.</summary>
public sealed partial class BoardDoorTests
{
    [Fact]
    public async Task Board_WithNothingOpen_SaysSo()
    {
        await using var monitor = await BoardDesk.OpenAsync();

        Assert.Contains("No promise is open.", await BoardDesk.PageAsync(monitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_ShowsEveryOpenPromise_TheFirstDueFirst_AndWhatIsBrokenApart()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "First");
        await BoardDesk.CustomerOpensAsync(monitor, "HD-2", "normal", BoardDesk.Hostile);

        var html = await BoardDesk.PageAsync(monitor);
        Assert.DoesNotContain(BoardDesk.Hostile, html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Equal(["due"], Sections(html));
        Assert.Equal("HD-1", Tickets(html)[0]);

        await monitor.AdvanceToAsync("2026-03-02T17:00:00+08:00");
        html = await BoardDesk.PageAsync(monitor);
        Assert.Equal(["due", "breached"], Sections(html));
        Assert.Contains(">−", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_BeyondOpeningHours_StandsStillAndSaysUntilWhen()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "normal", "First");
        var open = await BoardDesk.PageAsync(monitor);
        Assert.Contains("data-counts=\"1\"", open, StringComparison.Ordinal);

        await monitor.AdvanceToAsync("2026-03-02T20:00:00+08:00");

        var closed = await BoardDesk.PageAsync(monitor);
        Assert.DoesNotContain("data-counts=\"1\"", closed, StringComparison.Ordinal);
        Assert.Contains("stands still until Tue 3 Mar 2026, 09:00", closed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("customer=acme", "HD-1")]
    [InlineData("assignee=ANNA@example.com", "HD-2")]
    [InlineData("group=&assignee=&customer=Globex&lang=en", "HD-2")]
    [InlineData("state=running&agreement=standard-support&customer=Acme", "HD-1")]
    [InlineData("state=breached", "")]
    [InlineData("target=no-such-target", "")]
    public async Task Board_Narrowed_ShowsWhatIsAskedFor(string query, string tickets)
    {
        await using var monitor = await BoardDesk.OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "First", customer: "Acme");
        await BoardDesk.CustomerOpensAsync(monitor, "HD-2", "urgent", "Second", customer: "Globex", assignee: "anna@example.com");

        var html = await BoardDesk.PageAsync(monitor, $"{BoardDesk.Address}?{query}");

        Assert.Equal(tickets, string.Join(' ', Tickets(html).Distinct()));
        if (tickets.Length == 0) Assert.Contains("No open promise is like that.", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state=late", "breached, ")]
    [InlineData("custmer=acme", "custmer")]
    [InlineData("state=AtRisk", "atRisk")]
    public async Task Board_AskedForWhatThereIsNot_SaysWhatThereIs(string query, string said)
    {
        await using var monitor = await BoardDesk.OpenAsync();

        using var answer = await monitor.Http.GetAsync($"{BoardDesk.Address}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "de-DE, zh-CN;q=0.5", "en")]
    [InlineData("", "zh-Hans-CN, en;q=0.5", "zh-CN")]
    [InlineData("?lang=zh-CN", "en", "zh-CN")]
    public async Task Board_Language_IsTheReadersOrAsAsked(string query, string accepted, string language)
    {
        await using var monitor = await BoardDesk.OpenAsync();
        monitor.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(accepted);

        var html = await BoardDesk.PageAsync(monitor, BoardDesk.Address + query);

        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_Unchanged_Is304_UntilSomethingHappens()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "First");
        using var first = await monitor.Http.GetAsync(BoardDesk.Address);
        var mark = first.Headers.ETag!;

        // Time alone changes nothing that the page's script does not know.
        await monitor.AdvanceToAsync("2026-03-02T09:01:00+08:00");
        using var same = await AskAsync(monitor, mark.ToString());
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal("2026-03-02T01:01:00Z", Assert.Single(same.Headers.GetValues("SlaMonitor-Now")));

        await monitor.AdvanceToAsync("2026-03-02T09:50:00+08:00");
        using var atRisk = await AskAsync(monitor, mark.ToString());
        Assert.Equal(HttpStatusCode.OK, atRisk.StatusCode);
        await BoardDesk.CustomerOpensAsync(monitor, "HD-2", "urgent", "Second");
        using var more = await AskAsync(monitor, atRisk.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, more.StatusCode);
    }

    [Fact]
    public async Task Board_ForManyViewers_ReadsTheStoreOnce()
    {
        var shelves = new Mock<IPromiseShelves>();
        var asked = 0;
        shelves.Setup(s => s.ReadUncertainAsync(It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        shelves.Setup(s => s.ReadOpenAsync(It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .Callback(() => Interlocked.Increment(ref asked))
            .ReturnsAsync(new ShelfPage([], null));
        await using var monitor = await TestMonitor.StartAsync(
            services => services.Replace(ServiceDescriptor.Singleton(shelves.Object)),
            new Dictionary<string, string?> { ["Board__ReadEvery"] = "00:01:00" });

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => BoardDesk.PageAsync(monitor)));

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Board_StoreAway_Is503_AndTheNextLookTriesAgain()
    {
        var shelves = new Mock<IPromiseShelves>();
        shelves.Setup(s => s.ReadUncertainAsync(It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        shelves.SetupSequence(s => s.ReadOpenAsync(It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreUnavailableException("The store is away.", new TimeoutException()))
            .ReturnsAsync(new ShelfPage([], null));
        await using var monitor = await TestMonitor.StartAsync(
            services => services.Replace(ServiceDescriptor.Singleton(shelves.Object)),
            new Dictionary<string, string?> { ["Board__ReadEvery"] = "00:01:00" });

        using var away = await monitor.Http.GetAsync(BoardDesk.Address);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Contains("No promise is open.", await BoardDesk.PageAsync(monitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_LoadsItsOwnFilesAlone_AndBrowsersMayKeepThem()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        using var page = await monitor.Http.GetAsync(BoardDesk.Address);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);

        foreach (var file in new[] { "board.css", "board.js" })
        {
            var address = Regex.Match(await page.Content.ReadAsStringAsync(), $"\"(dashboard/files/[0-9a-f]+/{file})\"").Groups[1].Value;
            using var answer = await monitor.Http.GetAsync($"/api/{address}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            using var old = await monitor.Http.GetAsync($"{BoardDesk.Address}/files/0/{file}");
            Assert.True(old.Headers.CacheControl!.NoCache);
        }

        using var none = await monitor.Http.GetAsync($"{BoardDesk.Address}/files/0/other.js");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static async Task<HttpResponseMessage> AskAsync(TestMonitor monitor, string mark)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, BoardDesk.Address);
        request.Headers.TryAddWithoutValidation("If-None-Match", mark);
        return await monitor.Http.SendAsync(request);
    }

    private static List<string> Sections(string html) => [.. SectionId().Matches(html).Select(match => match.Groups[1].Value)];

    private static List<string> Tickets(string html) => [.. RowTicket().Matches(html).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("<section aria-labelledby=\"([a-z]+)\">")]
    private static partial Regex SectionId();

    [GeneratedRegex("<th scope=\"row\"><a href=\"[^\"]+\"><bdi>([^<]+)</bdi>")]
    private static partial Regex RowTicket();
}
