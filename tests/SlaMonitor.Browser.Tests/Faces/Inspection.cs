using SlaMonitor.Browser.Tests.Checks;
using SlaMonitor.Browser.Tests.Chromium;

namespace SlaMonitor.Browser.Tests.Faces;

/// <summary>Looks at each face on each screen once, with every check; a test reads what its own check has found.</summary>
public sealed class Inspection(ChromiumBrowser browser)
{
    private List<Finding>? _findings;

    /// <summary>All that is wrong. Skips the test where there is no browser.</summary>
    internal async Task<IReadOnlyList<Finding>> FindingsAsync(GalleryServer server) => _findings ??= await LookAsync(server);

    private async Task<List<Finding>> LookAsync(GalleryServer server)
    {
        await using var tab = await browser.OpenAsync();
        var findings = new List<Finding>();
        foreach (var face in Gallery.All)
        {
            await tab.GoToAsync(server.AddressOf(face));
            foreach (var screen in Screen.All)
            {
                await tab.LookOnAsync(screen);
                findings.AddRange(from found in await Checklist.AskAsync(tab.Page)
                                  from wrong in found
                                  select new Finding(found.Key, face, screen, wrong));
            }
        }

        return findings;
    }
}
