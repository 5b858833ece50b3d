using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SlaMonitor.Browser.Tests.Checks;
using SlaMonitor.Browser.Tests.Chromium;

namespace SlaMonitor.Browser.Tests.Stories;

/// <summary>The board of the running program, as those see it who work with it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BoardTests(ChromiumBrowser browser)
{
    private const string Hostile = "<img src=x onerror=alert(1)>\" onmouseover=\"alert(2)";

    [Fact]
    public async Task Countdown_AcrossClosingTime_GoesOn_StandsStill_AndSaysUntilWhen()
    {
        await using var tab = await browser.OpenAsync(mayAskItsHost: true);
        // Ten minutes of that day pass in a second.
        await using var desk = await Desk.OpenAsync("17:50", speed: 600);
        await desk.CustomerOpensAsync("HD-1", "Cannot log in", assignee: "li.wei@example.com", priority: "normal");
        await tab.GoToAsync(desk.BoardAt());

        var timer = tab.Page.Locator("[data-left]").First;
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync(
            "stands still until Tue 3 Mar 2026, 09:00", new() { Timeout = 60_000 });
        var stopped = await timer.InnerTextAsync();
        Assert.Equal("", await timer.GetAttributeAsync("data-counts"));
        await tab.Page.WaitForTimeoutAsync(2_500);
        Assert.Equal(stopped, await timer.InnerTextAsync());
        Assert.Empty(tab.Mischief);
    }

    [Fact]
    public async Task TwoViewers_SeeWhatHappensWithoutAReload()
    {
        await using var desk = await Desk.OpenAsync();
        await using var first = await browser.OpenAsync(mayAskItsHost: true);
        await using var second = await browser.OpenAsync(mayAskItsHost: true);
        await first.GoToAsync(desk.BoardAt());
        await second.GoToAsync(desk.BoardAt("?wall=1&lang=zh-CN"));
        await Assertions.Expect(first.Page.Locator("main")).ToContainTextAsync("No promise is open.");

        await desk.CustomerOpensAsync("HD-1", Hostile, assignee: "li.wei@example.com");

        foreach (var tab in new[] { first, second })
        {
            await Assertions.Expect(tab.Page.Locator("tbody").First).ToContainTextAsync("HD-1", new() { Timeout = 60_000 });
            Assert.Contains(Hostile, await tab.Page.Locator("tbody").First.InnerTextAsync(), StringComparison.Ordinal);
            Assert.Empty(tab.Mischief);
        }
    }

    [Fact]
    public async Task Board_WithTheKeyboardAlone_IsNarrowed_AndLeadsToATicket()
    {
        await using var desk = await Desk.OpenAsync();
        await using var tab = await browser.OpenAsync(mayAskItsHost: true);
        await desk.CustomerOpensAsync("HD-1", "Cannot log in", assignee: "li.wei@example.com", customer: "Acme");
        await desk.CustomerOpensAsync("HD-2", "Nothing prints", assignee: "li.wei@example.com", customer: "Globex");
        await tab.GoToAsync(desk.BoardAt());

        await tab.TabToAsync("select[name=customer]");
        await tab.Page.Keyboard.TypeAsync("Globex");
        await tab.TabToAsync("form.choices button");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**customer=Globex**");
        Assert.DoesNotContain("HD-1", await tab.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await tab.TabToAsync("th[scope=row] a");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**/tickets/HD-2**");
        Assert.Contains("Nothing prints", await tab.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MonitorThatIsGone_IsSaid_AndTheBoardStays()
    {
        await using var tab = await browser.OpenAsync(mayAskItsHost: true);
        var desk = await Desk.OpenAsync();
        await desk.CustomerOpensAsync("HD-1", "Cannot log in", assignee: "li.wei@example.com");
        await tab.GoToAsync(desk.BoardAt());
        await Assertions.Expect(tab.Page.Locator("#stale")).ToBeHiddenAsync();

        await desk.DisposeAsync();

        await Assertions.Expect(tab.Page.Locator("#stale")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Contains("HD-1", await tab.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryPage_OnEveryScreen_IsWithoutAFinding_AndAsksNobodyElse()
    {
        await using var desk = await Desk.OpenAsync();
        await using var tab = await browser.OpenAsync(mayAskItsHost: true);
        await desk.CustomerOpensAsync("HD-1", "Cannot log in", assignee: "li.wei@example.com", customer: "Acme");
        await desk.CustomerOpensAsync("HD-2", Hostile, assignee: "li.wei@example.com", priority: "low");
        await desk.ItBecomesAsync("12:30");

        await tab.GoToAsync(desk.BoardAt("/name"));
        await tab.Page.Locator("input[name=as]").FillAsync("anna@example.com");
        await tab.Page.Locator("main form button").First.ClickAsync();
        await tab.Page.WaitForURLAsync("**/dashboard");

        foreach (var page in new[]
        {
            "", "?lang=zh-CN", "?wall=1", "?state=paused", "/tickets/HD-1", "/tickets/HD-2?lang=zh-CN", "/name?lang=zh-CN", "/on-call",
            "/on-call?lang=zh-CN", "/month", "/month?lang=zh-CN",
            "/monitor", "/monitor?lang=zh-CN", "/../docs",
        })
        {
            await tab.GoToAsync(desk.BoardAt(page));
            foreach (var screen in Screen.Phone.Concat(Screen.Desktop))
            {
                await tab.LookOnAsync(screen);
                var axe = await tab.Page.RunAxe();
                Assert.True(
                    axe.Violations.Length == 0,
                    $"{page}, {screen}: {string.Join('\n', axe.Violations.Select(rule =>
                        $"{rule.Id}: {rule.Help}: {string.Join("; ", rule.Nodes.Take(3).Select(node => node.Html))}"))}");
                var found = await Checklist.AskAsync(tab.Page);
                Assert.All(
                    found.Where(one => one.Key is Check.Scrolling or Check.Contrast or Check.TextSize or Check.Outline),
                    one => Assert.True(!one.Any(), $"{page}, {screen}: {string.Join('\n', one)}"));
            }

            Assert.Empty(tab.Mischief);
            Assert.Empty(tab.Asked);
        }
    }
}
