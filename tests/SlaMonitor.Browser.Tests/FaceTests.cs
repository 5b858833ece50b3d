using SlaMonitor.Browser.Tests.Checks;
using SlaMonitor.Browser.Tests.Chromium;
using SlaMonitor.Browser.Tests.Samples;

namespace SlaMonitor.Browser.Tests;

/// <summary>Every mail and every page, in every language, on every screen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FaceTests(ChromiumBrowser browser, FaceServer server) : IClassFixture<FaceServer>
{
    /// <summary>Those on which something is to be pressed, and soon.</summary>
    private static readonly string[] Urgent = ["mail-warning", "mail-breach", "page-open"];

    private static readonly Screen[] Any = [Screen.Phone[0]];

    [Fact]
    public Task EveryFace_OnEveryScreen_FitsAcross() => HoldsAsync(Check.Scrolling, Faces.All, Screen.All);

    [Fact]
    public Task EveryText_OnEveryScreen_IsNeitherCutOffNorCovered() => HoldsAsync(Check.CutOff, Faces.All, Screen.All);

    [Fact]
    public Task EveryText_InLightAndDark_StandsOut() => HoldsAsync(Check.Contrast, Faces.All, [.. Screen.Phone, .. Screen.Desktop]);

    [Fact]
    public Task EveryText_OnEveryScreen_IsLargeEnough() => HoldsAsync(Check.TextSize, Faces.All, Screen.All);

    [Fact]
    public Task TheButton_OnAPhone_IsSeenAtOnceAndLargeEnough() => HoldsAsync(Check.Reach, Faces.All.Where(face => Urgent.Contains(face.Name)), [.. Screen.Phone, .. Screen.Desktop]);

    [Fact]
    public Task EveryFace_HoldsNothingThatRunsOrFetches() => HoldsAsync(Check.Inert, Faces.All, Any);

    [Fact]
    public Task EveryLink_LeadsToTheWeb() => HoldsAsync(Check.Links, Faces.All, Any);

    [Fact]
    public Task EveryFace_HasATitleAndOneMainHeading() => HoldsAsync(Check.Outline, Faces.All, Any);

    [Fact]
    public async Task EveryFace_SaysItsLanguage()
    {
        await using var tab = await browser.OpenAsync();
        foreach (var face in Faces.All)
        {
            await tab.GoToAsync(server.AddressOf(face));
            Assert.Equal((face, face.Language), (face, await tab.Page.EvaluateAsync<string>("document.documentElement.lang")));
        }
    }

    [Fact]
    public async Task EveryFace_AsksForNothingAndBreaksNoPolicy()
    {
        await using var tab = await browser.OpenAsync();
        foreach (var face in Faces.All)
        {
            await tab.GoToAsync(server.AddressOf(face));
            Assert.True(tab.Asked.Count == 0 && tab.Mischief.Count == 0, $"{face}: {string.Join("; ", [.. tab.Asked, .. tab.Mischief])}");
        }
    }

    private async Task HoldsAsync(Check check, IEnumerable<Face> faces, IReadOnlyList<Screen> screens)
    {
        await using var tab = await browser.OpenAsync();
        var findings = new List<string>();
        foreach (var face in faces)
        {
            await tab.GoToAsync(server.AddressOf(face));
            foreach (var screen in screens)
            {
                await tab.LookOnAsync(screen);
                findings.AddRange((await check.FindAsync(tab.Page)).Select(finding => $"{face}, {screen}: {finding}"));
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }
}
