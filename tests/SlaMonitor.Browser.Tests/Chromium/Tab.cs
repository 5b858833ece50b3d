using Microsoft.Playwright;

namespace SlaMonitor.Browser.Tests.Chromium;

/// <summary>A tab that keeps account of what a page tries to do behind the reader's back.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _asked = [];
    private readonly List<string> _mischief = [];

    private readonly bool _mayAskItsHost;

    private Tab(IBrowserContext context, IPage page, bool mayAskItsHost)
    {
        _context = context;
        Page = page;
        _mayAskItsHost = mayAskItsHost;
    }

    public IPage Page { get; }

    /// <summary>Whatever was asked for from anywhere since the last <see cref="GoToAsync"/>, the page itself left out.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>Dialogs, further windows, errors of scripts, and what the page's own policy refused.</summary>
    public IReadOnlyList<string> Mischief => _mischief;

    /// <param name="context">Where it is opened.</param>
    /// <param name="mayAskItsHost">Whether the page may load from where it came from. Mails and pages behind links load nothing.</param>
    public static async Task<Tab> OpenAsync(IBrowserContext context, bool mayAskItsHost)
    {
        var tab = new Tab(context, await context.NewPageAsync(), mayAskItsHost);
        await context.RouteAsync("**/*", tab.GuardAsync);
        context.Page += (_, page) => tab._mischief.Add($"opened a window: {page.Url}");
        tab.Page.Dialog += async (_, dialog) =>
        {
            tab._mischief.Add($"showed a dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        tab.Page.PageError += (_, error) => tab._mischief.Add($"a script failed: {error}");
        tab.Page.Console += (_, message) =>
        {
            // That the page itself is 404 or 410, as the page of a dead link is, is no mischief.
            if (!message.Text.StartsWith("Failed to load resource: the server responded with", StringComparison.Ordinal))
                tab._mischief.Add($"wrote to the console: {message.Text}");
        };
        return tab;
    }

    /// <summary>Opens a page of this machine.</summary>
    public async Task GoToAsync(Uri address)
    {
        _asked.Clear();
        _mischief.Clear();
        await Page.GotoAsync(address.AbsoluteUri);
    }

    /// <summary>Shows a mail as a mail program does: from memory.</summary>
    public async Task ShowAsync(string html)
    {
        _asked.Clear();
        _mischief.Clear();
        await Page.GotoAsync("about:blank"); // or the page before would leave its policy and its colours behind
        await Page.SetContentAsync(html);
    }

    /// <summary>Gives the tab this size and these colours.</summary>
    public async Task LookOnAsync(Screen screen)
    {
        await Page.SetViewportSizeAsync(screen.Width, screen.Height);
        await Page.EmulateMediaAsync(new() { ColorScheme = screen.Scheme });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task GuardAsync(IRoute route)
    {
        if (_mayAskItsHost && Uri.TryCreate(Page.Url, UriKind.Absolute, out var page)
            && page.GetLeftPart(UriPartial.Authority) == new Uri(route.Request.Url).GetLeftPart(UriPartial.Authority))
        {
            await route.ContinueAsync();
            return;
        }

        var isPage = route.Request.IsNavigationRequest && route.Request.Frame == Page.MainFrame && new Uri(route.Request.Url).IsLoopback;
        if (isPage)
        {
            await route.ContinueAsync();
            return;
        }

        _asked.Add(route.Request.Url);
        await route.AbortAsync();
    }

    /// <summary>Presses the tabulator until something is reached: with the keyboard, nothing else leads there.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("wanted => document.activeElement.matches(wanted)", selector)) return;
        }

        Assert.Fail($"{selector} is not reached by the keyboard.");
    }
}
