using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Tests.Secrets;

/// <summary>What a page of another site has a browser send.</summary>
public sealed class OtherSitesTests
{
    [Theory]
    [InlineData(null, null, false)] // a program
    [InlineData("same-origin", null, false)]
    [InlineData("same-origin", "https://sla.example.com", false)] // behind a proxy that names another host
    [InlineData("none", null, false)] // typed, or a bookmark
    [InlineData("same-site", null, true)]
    [InlineData("cross-site", "http://localhost:7071", true)]
    [InlineData("", null, true)]
    [InlineData(null, "http://localhost:7071", false)]
    [InlineData(null, "https://LOCALHOST:7071", false)]
    [InlineData(null, "http://localhost:7072", true)]
    [InlineData(null, "http://localhost.evil.example:7071", true)]
    [InlineData(null, "null", true)]
    [InlineData(null, "", true)]
    public void Sent_ByWhatBrowsersSay(string? site, string? origin, bool expected) =>
        Assert.Equal(expected, OtherSites.Sent(site, origin, "localhost:7071"));
}
