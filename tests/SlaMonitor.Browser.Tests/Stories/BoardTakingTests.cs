using Microsoft.Playwright;
using SlaMonitor.Browser.Tests.Chromium;

namespace SlaMonitor.Browser.Tests.Stories;

/// <summary>Promises that people take from the board, hand over and give back.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BoardTakingTests(ChromiumBrowser browser)
{
    private const string Anna = "anna@example.com";
    private const string Ben = "ben@example.com";

    [Fact]
    public async Task Promise_IsTaken_HandedOver_AndGivenBack_AndOtherViewersSeeIt()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.CustomerOpensAsync("HD-1", "Cannot log in", assignee: "li.wei@example.com");
        await using var anna = await browser.OpenAsync(mayAskItsHost: true);
        await using var viewer = await browser.OpenAsync(mayAskItsHost: true);
        await viewer.GoToAsync(desk.BoardAt());
        await anna.GoToAsync(desk.BoardAt("/tickets/HD-1"));

        await anna.Page.Locator("input[name=as]").First.FillAsync(Anna);
        await anna.Page.GetByRole(AriaRole.Button, new() { Name = "Take it" }).First.ClickAsync();
        await anna.Page.Locator("input[value=giveBack]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal(Anna, await desk.WhoTookAsync("HD-1"));
        await Assertions.Expect(viewer.Page.Locator("main")).ToContainTextAsync(Anna, new() { Timeout = 60_000 });

        await anna.Page.Locator("input[name=to]").First.FillAsync(Ben);
        await anna.Page.GetByRole(AriaRole.Button, new() { Name = "Hand over" }).First.ClickAsync();
        await Assertions.Expect(anna.Page.Locator("main")).ToContainTextAsync(Ben, new() { Timeout = 60_000 });
        await Assertions.Expect(viewer.Page.Locator("main")).ToContainTextAsync(Ben, new() { Timeout = 60_000 });

        await anna.Page.GetByRole(AriaRole.Button, new() { Name = "Give back" }).First.ClickAsync();
        await Assertions.Expect(viewer.Page.Locator("main")).Not.ToContainTextAsync(Ben, new() { Timeout = 60_000 });
        Assert.Empty(anna.Mischief);
        Assert.Empty(viewer.Mischief);
    }

    [Fact]
    public async Task Row_WithTheKeyboardAndWithoutScripts_IsTaken()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.CustomerOpensAsync("HD-1", "Cannot log in", assignee: "li.wei@example.com");
        await using var tab = await browser.OpenAsync(javaScript: false, mayAskItsHost: true);
        await tab.GoToAsync(desk.BoardAt("/name?next=dashboard%3Flang%3Den"));

        await tab.TabToAsync("input[name=as]");
        await tab.Page.Keyboard.TypeAsync(Anna);
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**/dashboard?lang=en");
        await tab.TabToAsync("td button");
        await tab.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(tab.Page.Locator("tbody").First).ToContainTextAsync($"{Anna}, until", new() { Timeout = 60_000 });
        Assert.Equal(Anna, await desk.WhoTookAsync("HD-1"));
    }
}
