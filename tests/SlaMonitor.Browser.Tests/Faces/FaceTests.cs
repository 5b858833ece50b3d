using SlaMonitor.Browser.Tests.Checks;
using SlaMonitor.Browser.Tests.Chromium;

namespace SlaMonitor.Browser.Tests.Faces;

/// <summary>Every mail and every page, in every language, on every screen, by day and by night.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FaceTests(ChromiumBrowser browser, GalleryServer server, Inspection inspection)
    : IClassFixture<GalleryServer>, IClassFixture<Inspection>
{
    /// <summary>Those on which something is to be pressed, and soon.</summary>
    private static readonly string[] Urgent = ["mail-warning", "mail-breach", "page-open"];

    [Fact]
    public Task EveryFace_FitsAcrossTheScreen() => HasNothingWrongAsync(Check.Scrolling);

    [Fact]
    public Task EveryText_IsNeitherCutOffNorCovered() => HasNothingWrongAsync(Check.CutOff);

    [Fact]
    public Task EveryText_StandsOutFromItsGround() => HasNothingWrongAsync(Check.Contrast);

    [Fact]
    public Task EveryText_IsLargeEnough() => HasNothingWrongAsync(Check.TextSize);

    [Fact]
    public Task EveryButton_FitsAThumb() => HasNothingWrongAsync(Check.Thumb);

    [Fact]
    public Task TheButtonOfWhatIsUrgent_IsSeenWithoutScrolling() =>
        HasNothingWrongAsync(Check.Reach, finding => Urgent.Contains(finding.Face.Name) && !Screen.Narrow.Contains(finding.Screen));

    [Fact]
    public Task EveryFace_HoldsNothingThatRunsOrFetches() => HasNothingWrongAsync(Check.Inert);

    [Fact]
    public Task EveryLink_LeadsToTheWeb() => HasNothingWrongAsync(Check.Links);

    [Fact]
    public Task EveryFace_HasATitleAndOneMainHeading() => HasNothingWrongAsync(Check.Outline);

    [Fact]
    public async Task EveryFace_SaysItsLanguage()
    {
        await using var tab = await browser.OpenAsync();
        foreach (var face in Gallery.All)
        {
            await tab.GoToAsync(server.AddressOf(face));
            Assert.Equal((face, face.Language), (face, await tab.Page.EvaluateAsync<string>("document.documentElement.lang")));
        }
    }

    [Fact]
    public async Task EveryFace_AsksForNothingAndBreaksNoPolicy()
    {
        await using var tab = await browser.OpenAsync();
        foreach (var face in Gallery.All)
        {
            await tab.GoToAsync(server.AddressOf(face));
            Assert.True(tab.Asked.Count == 0 && tab.Mischief.Count == 0, $"{face}: {string.Join("; ", [.. tab.Asked, .. tab.Mischief])}");
        }
    }

    private async Task HasNothingWrongAsync(Check check, Func<Finding, bool>? counts = null)
    {
        var findings = (await inspection.FindingsAsync(server))
            .Where(finding => finding.Check == check && (counts is null || counts(finding)))
            .ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }
}
