using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SlaMonitor.Browser.Tests.Checks;
using SlaMonitor.Browser.Tests.Chromium;
using SlaMonitor.Browser.Tests.Faces;

namespace SlaMonitor.Browser.Tests.Stories;

/// <summary>Reports, as those read them who print them, or do not see them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReportTests(ChromiumBrowser browser, GalleryServer server) : IClassFixture<GalleryServer>
{
    /// <summary>What is left of A4 between its margins, in CSS pixels.</summary>
    private static readonly Screen Paper = new("A4", 703, 1017, ColorScheme.Light);

    [Fact]
    public async Task EveryReport_OnEveryScreen_IsWithoutAFindingOfAxe()
    {
        await using var tab = await browser.OpenAsync();
        foreach (var face in Gallery.Reports.Keys)
        {
            foreach (var screen in Screen.Phone.Concat(Screen.Desktop))
            {
                await tab.GoToAsync(server.AddressOf(face));
                await tab.LookOnAsync(screen);
                var found = await tab.Page.RunAxe();
                Assert.True(
                    found.Violations.Length == 0,
                    $"{face}, {screen}: {string.Join('\n', found.Violations.Select(rule =>
                        $"{rule.Id}: {rule.Help}: {string.Join("; ", rule.Nodes.Take(3).Select(node => node.Html))}"))}");
            }
        }
    }

    [Fact]
    public async Task EveryReport_OnPaper_FitsAndIsLegible()
    {
        await using var tab = await browser.OpenAsync();
        foreach (var face in Gallery.Reports.Keys)
        {
            await tab.GoToAsync(server.AddressOf(face));
            await tab.LookOnAsync(Paper);
            await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });

            // Print is smaller than a screen is; everything else holds for it too.
            var findings = await Checklist.AskAsync(tab.Page);
            Assert.All(
                findings.Where(found => found.Key is Check.Scrolling or Check.CutOff or Check.Contrast),
                found => Assert.True(!found.Any(), $"{face}: {string.Join('\n', found)}"));
            var pages = await tab.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
            Assert.True(pages.AsSpan().StartsWith("%PDF-"u8));
            await tab.Page.EmulateMediaAsync(new() { Media = Media.Null });
        }
    }
}
