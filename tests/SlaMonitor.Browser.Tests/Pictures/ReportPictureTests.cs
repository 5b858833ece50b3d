using Microsoft.Playwright;
using SlaMonitor.Browser.Tests.Chromium;
using SlaMonitor.Browser.Tests.Faces;

namespace SlaMonitor.Browser.Tests.Pictures;

/// <summary>
/// What the manual shows of a report: its beginning on paper, on a phone and on a desk, by day and by night. Made anew as the pictures of
/// <see cref="PictureTests"/> are.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ReportPictureTests(ChromiumBrowser browser, GalleryServer server, PictureFolder folder)
    : IClassFixture<GalleryServer>, IClassFixture<PictureFolder>
{
    private const string Report = "report-month";
    private const int LargestFile = 700 * 1024;
    private const int SmallestFile = 40 * 1024;

    /// <summary>How much of the page is shown, in CSS pixels: two sheets of A4 between their margins.</summary>
    private const int Shown = 2 * 1017;

    private static readonly Screen Paper = new("A4", 703, 1017, ColorScheme.Light);

    [Fact]
    public async Task Report_InEveryLanguage_IsPictured()
    {
        await using var tab = await browser.OpenAsync();
        Skip.IfNot(
            await PictureTests.DrawsChineseAsync(tab),
            "No font with Chinese characters is installed: tests/run.sh installs one where apt-get is.");

        foreach (var face in Gallery.Reports.Keys.Where(face => face.Name == Report))
        {
            await tab.GoToAsync(server.AddressOf(face));
            var pictures = new List<(Screen, Picture)> { (Paper, await TakeAsync(tab, Paper, Media.Print)) };
            foreach (var screen in Screen.Phone) pictures.Add((screen, await TakeAsync(tab, screen, Media.Screen)));

            var sheet = await ContactSheet.ComposeAsync(tab, pictures, Paper.Width);
            Assert.InRange(sheet.Bytes.Length, SmallestFile, LargestFile);
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, $"{Report}.{face.Language}.png"), sheet.Bytes);
        }

        Assert.Equal(Gallery.Languages.Count, Directory.EnumerateFiles(folder.Path, $"{Report}.*.png").Count());
    }

    private static async Task<Picture> TakeAsync(Tab tab, Screen screen, Media media)
    {
        await tab.LookOnAsync(screen with { Height = Shown });
        await tab.Page.EmulateMediaAsync(new() { Media = media, ColorScheme = screen.Scheme });
        return new Picture(await tab.Page.ScreenshotAsync());
    }
}
