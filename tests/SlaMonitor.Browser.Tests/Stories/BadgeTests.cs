using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SlaMonitor.Browser.Tests.Chromium;

namespace SlaMonitor.Browser.Tests.Stories;

/// <summary>The badge of a ticket, as it stands in the side panel of a helpdesk.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BadgeTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task Badge_CountsDown()
    {
        await using var desk = await Desk.OpenAsync(speed: 60);
        await using var tab = await browser.OpenAsync(mayAskItsHost: true);
        await desk.CustomerOpensAsync("HD-1", "Cannot log in", assignee: "li.wei@example.com");
        await tab.GoToAsync(desk.BoardAt("/tickets/HD-1"));
        var address = new Uri((await tab.Page.Locator("code", new() { HasText = "/api/badges/" }).First.TextContentAsync())!);

        await tab.GoToAsync(desk.BoardAt($"/..{address.AbsolutePath["/api".Length..]}?lang=en"));

        var timer = tab.Page.GetByRole(AriaRole.Timer);
        var first = await timer.TextContentAsync();
        Assert.StartsWith("0:", first, StringComparison.Ordinal);
        await Assertions.Expect(timer).Not.ToHaveTextAsync(first!);
        Assert.Empty(tab.Mischief);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Badge_FromThePageOfItsTicket_IsWithoutAFinding_OnEveryScreen(string language)
    {
        await using var desk = await Desk.OpenAsync();
        await using var tab = await browser.OpenAsync(mayAskItsHost: true);
        await desk.CustomerOpensAsync("HD-1", "Cannot log in", assignee: "li.wei@example.com");
        await tab.GoToAsync(desk.BoardAt("/tickets/HD-1"));
        var address = new Uri((await tab.Page.Locator("code", new() { HasText = "/api/badges/" }).First.TextContentAsync())!);

        await tab.GoToAsync(desk.BoardAt($"/..{address.AbsolutePath["/api".Length..]}?lang={language}"));

        foreach (var screen in Screen.Phone.Concat(Screen.Desktop))
        {
            await tab.LookOnAsync(screen);
            var axe = await tab.Page.RunAxe();
            Assert.Equal([], axe.Violations.Select(rule => $"{screen}: {rule.Id}: {rule.Help}"));
        }

        Assert.Empty(tab.Mischief);
        Assert.Empty(tab.Asked);
    }
}
