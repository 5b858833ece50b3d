using Microsoft.Playwright;

namespace SlaMonitor.Browser.Tests.Chromium;

/// <summary>The one browser of all tests. Each test has a context of its own in it, as if nobody had used the browser before.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", // root, as in a container, may not use one; and every page here is ours
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (ChromiumProgram.Missing is not null) return;

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumProgram.Path, Args = Arguments });
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens an empty tab that only this machine can be reached from; skips the test where there is no browser.</summary>
    /// <param name="javaScript">Whether scripts run.</param>
    /// <param name="mayAskItsHost">Whether a page may load from where it came from.</param>
    internal async Task<Tab> OpenAsync(bool javaScript = true, bool mayAskItsHost = false)
    {
        Skip.If(_browser is null, ChromiumProgram.Missing);
        return await Tab.OpenAsync(await _browser!.NewContextAsync(new() { JavaScriptEnabled = javaScript }), mayAskItsHost);
    }
}
