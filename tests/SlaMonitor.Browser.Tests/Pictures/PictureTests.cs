using SlaMonitor.Browser.Tests.Chromium;
using SlaMonitor.Browser.Tests.Faces;

namespace SlaMonitor.Browser.Tests.Pictures;

/// <summary>
/// What the manual shows. <c>SLAMONITOR_PICTURES="$PWD/docs/pictures" dotnet test tests/SlaMonitor.Browser.Tests --filter PictureTests</c>
/// makes them anew. They are looked at by people, not compared: the next Chromium draws letters a little differently.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class PictureTests(ChromiumBrowser browser, GalleryServer server, PictureFolder folder)
    : IClassFixture<GalleryServer>, IClassFixture<PictureFolder>
{
    private const int LargestFile = 450 * 1024;
    private const int FewestColours = 20;

    private static readonly Screen[] Shown = [.. Screen.Phone, .. Screen.Desktop];

    [Theory]
    [InlineData("mail-warning")]
    [InlineData("mail-breach")]
    [InlineData("mail-all-clear")]
    [InlineData("mail-digest")]
    [InlineData("page-open")]
    public async Task Face_InEveryLanguage_IsPictured(string name)
    {
        await using var tab = await browser.OpenAsync();
        Skip.IfNot(
            await DrawsChineseAsync(tab),
            "No font with Chinese characters is installed: tests/run.sh installs one where apt-get is.");

        foreach (var face in Gallery.All.Where(face => face.Name == name))
        {
            var pictures = new List<(Screen, Picture)>();
            await tab.GoToAsync(server.AddressOf(face));
            foreach (var screen in Shown) pictures.Add((screen, await TakeAsync(tab, screen)));

            var sheet = await ContactSheet.ComposeAsync(tab, pictures);
            Assert.True(await ColoursAsync(tab) > FewestColours, $"{face} is blank.");
            Assert.InRange(sheet.Bytes.Length, 1, LargestFile);
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, $"{name}.{face.Language}.png"), sheet.Bytes);
        }

        Assert.Equal(Gallery.Languages.Count, Directory.EnumerateFiles(folder.Path, $"{name}.*.png").Count());
    }

    private static async Task<Picture> TakeAsync(Tab tab, Screen screen)
    {
        await tab.LookOnAsync(screen);
        var picture = new Picture(await tab.Page.ScreenshotAsync(new() { FullPage = true }));
        Assert.Equal(screen.Width, picture.Width);
        Assert.InRange(picture.Height, screen.Height, 5 * screen.Height);
        return picture;
    }

    /// <summary>How many colours the poorest picture of a sheet has.</summary>
    private static Task<int> ColoursAsync(Tab tab) => tab.Page.EvaluateAsync<int>("""
        () => Math.min(...[...document.images].map(image => {
          const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
          const drawing = canvas.getContext('2d');
          drawing.drawImage(image, 0, 0);
          return new Set(new Uint32Array(drawing.getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size;
        }))
        """);

    /// <summary>Whether two different characters look different, and not both like the box that stands for a missing one.</summary>
    internal static async Task<bool> DrawsChineseAsync(Tab tab) => await tab.Page.EvaluateAsync<bool>("""
        () => {
          const [one, other] = ['承', '诺'].map(character => {
            const drawing = new OffscreenCanvas(40, 40).getContext('2d');
            drawing.font = '30px sans-serif';
            drawing.fillText(character, 2, 32);
            return drawing.getImageData(0, 0, 40, 40).data.join();
          });
          return one !== other;
        }
        """);
}
