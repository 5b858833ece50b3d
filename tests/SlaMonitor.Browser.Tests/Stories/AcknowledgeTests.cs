using SlaMonitor.Browser.Tests.Chromium;

namespace SlaMonitor.Browser.Tests.Stories;

/// <summary>From the mail in the folder to the button in the browser, with nothing between that is not the program's own.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AcknowledgeTests(ChromiumBrowser browser)
{
    private const string First = "li.wei@example.com";
    private const string Second = "service-desk@example.com";

    [Fact]
    public async Task Link_OpenedAndLeftOpen_TakesNothing_ItsButtonDoes_AndTheSecondReaderSeesWhoHasIt()
    {
        await using var tab = await browser.OpenAsync();
        await using var desk = await Desk.OpenAsync();
        await desk.CustomerOpensAsync("HD-1", "Cannot log in", assignee: First, group: "Support");
        await desk.ItBecomesAsync("09:31");

        // From the mail into the page, as a reader gets there.
        var warning = Assert.Single(desk.Mails);
        await tab.ShowAsync(warning.HtmlBody!);
        await tab.Page.Locator($"a[href='{Desk.TakeLinkOf(warning)}']").ClickAsync();
        await tab.Page.WaitForURLAsync(Desk.TakeLinkOf(warning).AbsoluteUri);

        // It stays open while the time passes, and the next step is told: nobody has taken anything.
        await desk.ItBecomesAsync("09:49");
        await tab.Page.Mouse.MoveAsync(100, 100);
        await tab.Page.Keyboard.PressAsync("PageDown");
        Assert.Null(await desk.WhoTookAsync("HD-1"));
        Assert.Equal(3, desk.Mails.Count);

        await tab.Page.Locator("button").ClickAsync();
        await tab.Page.Locator("button").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Equal(First, await desk.WhoTookAsync("HD-1"));
        var taken = await tab.Page.InnerTextAsync("h1");

        // The due time passes at 10:00, and four hours from the taking are not over: nobody is told.
        await desk.ItBecomesAsync("13:20");
        Assert.Equal(3, desk.Mails.Count);

        await tab.GoToAsync(Desk.TakeLinkOf(desk.LastMailTo(Second)));
        Assert.Equal(0, await tab.Page.Locator("button").CountAsync());
        Assert.Contains(First, await tab.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.NotEqual(taken, await tab.Page.InnerTextAsync("h1"));
        Assert.Empty(tab.Mischief);
        Assert.Empty(tab.Asked);
    }

    [Fact]
    public async Task Button_WithoutJavaScript_TakesThePromise()
    {
        await using var tab = await browser.OpenAsync(javaScript: false);
        await using var desk = await Desk.OpenAsync();
        await desk.CustomerOpensAsync("HD-1", "Cannot log in", assignee: First);
        await desk.ItBecomesAsync("09:31");

        await tab.GoToAsync(Desk.TakeLinkOf(Assert.Single(desk.Mails)));
        await tab.Page.Locator("button").ClickAsync();
        await tab.Page.Locator("button").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });

        Assert.Equal(First, await desk.WhoTookAsync("HD-1"));
    }
}
