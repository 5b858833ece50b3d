using SlaMonitor.Browser.Tests.Chromium;

namespace SlaMonitor.Browser.Tests.Pictures;

/// <summary>Several pictures of one face beside each other, so that the repository has one file where it would have four.</summary>
internal static class ContactSheet
{
    /// <summary>How much of a desk's screen is shown, in CSS pixels: the middle, for what is left and right of it is empty.</summary>
    private const int Middle = 680;

    /// <summary>Lays the pictures out in a tab of the browser, and takes a picture of that.</summary>
    /// <param name="tab">The tab.</param>
    /// <param name="pictures">The pictures.</param>
    /// <param name="widest">How wide one is shown at most, in CSS pixels; wider ones lose their sides.</param>
    public static async Task<Picture> ComposeAsync(
        Tab tab, IEnumerable<(Screen Screen, Picture Picture)> pictures, int widest = Middle)
    {
        var figures = pictures.Select(shown =>
            $"""<figure>"""
            + $"""<img src="{shown.Picture.DataUrl}" width="{Math.Min(shown.Picture.Width, widest)}" height="{shown.Picture.Height}">"""
            + $"""<figcaption>{shown.Screen}</figcaption></figure>""");
        await tab.ShowAsync($$"""
            <!DOCTYPE html><title>Pictures</title>
            <style>
            body { margin: 0; background: #d0d5dd; font: 16px sans-serif; }
            main { display: inline-flex; gap: 16px; padding: 16px; align-items: start; }
            figure { margin: 0; }
            img { display: block; object-fit: none; object-position: top; }
            figcaption { padding-top: 8px; }
            </style>
            <main>{{string.Concat(figures)}}</main>
            """);
        return new Picture(await tab.Page.Locator("main").ScreenshotAsync());
    }
}
