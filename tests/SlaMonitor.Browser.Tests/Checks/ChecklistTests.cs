using SlaMonitor.Browser.Tests.Chromium;

namespace SlaMonitor.Browser.Tests.Checks;

/// <summary>A check that finds nothing in a good page has to find what is wrong in a bad one, and only that.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ChecklistTests(ChromiumBrowser browser)
{
    private const string Button = """<button style="display:block;height:48px;width:200px;font-size:16px">Take it</button>""";

    private static readonly string[] Good =
    [
        "<p>Short and good.</p>",
        "<p>A long text that is broken into lines wherever the screen ends, as every text should be that anybody wants to read.</p>",
        """<p style="display:none;font-size:1px;width:9000px">A preview line for the inbox.</p>""",
        """<p style="background:rgba(0,0,0,.9);color:#fff">White on nearly black.</p>""",
        """<p>See <a href="https://example.com/1">ticket 1</a>.</p>""",
        """<div style="line-height:1.1"><strong style="font-size:24px">Tight</strong><div style="font-size:20px">lines</div></div>""",
    ];

    private static readonly string[] Shapeless =
    [
        "<html lang=en><title>Title</title><h1>No doctype</h1>",
        "<!DOCTYPE html><html lang=en><h1>No title</h1>",
        "<!DOCTYPE html><html lang=en><title>Title</title><p>No heading</p>",
    ];

    private static readonly (Check Check, string Body)[] Bad =
    [
        (Check.Scrolling, """<div style="width:400px;height:1px"></div>"""),
        (
            Check.CutOff,
            """<p style="width:50px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">What nobody can read to its end</p>"""),
        (Check.CutOff, """<div style="height:20px"><p style="margin:0;width:40px">So high that it stands out below</p></div>"""),
        (Check.CutOff, """<p style="margin:0">Below</p><p style="margin:-20px 0 0">Above</p>"""),
        (Check.Contrast, """<p style="color:#888">Grey on white</p>"""),
        (Check.Contrast, """<p style="background:#222;color:#000">Black on nearly black</p>"""),
        (Check.Contrast, """<p style="opacity:.5">Faded</p>"""),
        (
            Check.Contrast,
            """<div style="background:rgba(255,255,255,.5)"><p style="background:rgba(0,0,0,.7)">Black on two veils</p></div>"""),
        (Check.Contrast, """<p style="background:linear-gradient(#fff,#000)">Over a gradient</p>"""),
        (Check.TextSize, """<p style="font-size:12px">Small print</p>"""),
        (Check.Thumb, """<a href="https://example.com" style="display:inline-block;background:#000;color:#fff">Open</a>"""),
        (Check.Inert, "<script>window.ran = 1</script>"),
        (Check.Inert, """<p onclick="alert(1)">Press</p>"""),
        (Check.Inert, """<img src="https://example.com/seen.gif">"""),
        (Check.Inert, """<p style="background:url(https://example.com/seen.gif)"></p>"""),
        (Check.Inert, """<style>@import "https://example.com/fonts.css";</style>"""),
        (Check.Inert, """<meta http-equiv="refresh" content="9;https://example.com">"""),
        (Check.Links, """<a href="/tickets/1">From nowhere</a>"""),
        (Check.Links, """<a href="mailto:anna@example.com">Write</a>"""),
        (Check.Links, """<a href="https://example.com"></a>"""),
        (Check.Links, """<a href="https://example.com" target="_blank">Away</a>"""),
        (Check.Outline, "<h1>Another</h1>"),
        (Check.Outline, "<h3>Of no chapter</h3>"),
    ];

    [Fact]
    public async Task GoodPage_NothingIsFound()
    {
        await using var tab = await browser.OpenAsync();
        foreach (var body in Good) Assert.Equal((body, string.Empty), (body, string.Join(", ", await FindAsync(tab, body))));
    }

    [Fact]
    public async Task BadPage_ItsFaultIsFoundAndNoOther()
    {
        await using var tab = await browser.OpenAsync();
        foreach (var (check, body) in Bad) Assert.Equal((body, $"{check}"), (body, string.Join(", ", await FindAsync(tab, body))));
    }

    [Fact]
    public async Task BadPage_OfTwoFaults_BothAreFound()
    {
        await using var tab = await browser.OpenAsync();

        Assert.Equal([Check.Inert, Check.Links], await FindAsync(tab, """<a href="javascript:alert(1)">Press</a>"""));
        Assert.Equal([Check.Scrolling, Check.CutOff], await FindAsync(tab, $"<p>{new string('x', 100)}</p>"));
    }

    [Fact]
    public async Task ButtonThatIsNotSeen_IsOutOfReach()
    {
        await using var tab = await browser.OpenAsync();

        await ShowAsync(tab, string.Empty);
        Assert.Equal(["There is no button."], (await Checklist.AskAsync(tab.Page))[Check.Reach]);

        await ShowAsync(tab, """<div style="height:700px"></div>""" + Button);
        Assert.Equal(["'Take it' ends at 796 px, below the 640 px of the screen."], (await Checklist.AskAsync(tab.Page))[Check.Reach]);
    }

    [Fact]
    public async Task PageWithoutAnOutline_ItsFaultIsFound()
    {
        await using var tab = await browser.OpenAsync();
        foreach (var html in Shapeless)
        {
            await tab.ShowAsync(html);
            Assert.True((await Checklist.AskAsync(tab.Page))[Check.Outline].Count() == 1, html);
        }
    }

    private static async Task<IEnumerable<Check>> FindAsync(Tab tab, string body)
    {
        await ShowAsync(tab, Button + body);
        return (from found in await Checklist.AskAsync(tab.Page) orderby found.Key select found.Key).ToList();
    }

    private static async Task ShowAsync(Tab tab, string body)
    {
        await tab.LookOnAsync(Screen.Narrow[0]);
        await tab.ShowAsync(
            $"<!DOCTYPE html><html lang=en><title>Title</title><h1 style=\"margin:0;font-size:32px;line-height:40px\">Heading</h1>{body}");
    }
}
