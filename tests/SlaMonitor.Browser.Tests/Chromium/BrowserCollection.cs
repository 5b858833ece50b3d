namespace SlaMonitor.Browser.Tests.Chromium;

/// <summary>All tests that share the browser; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<ChromiumBrowser>
{
    public const string Name = "browser";
}
