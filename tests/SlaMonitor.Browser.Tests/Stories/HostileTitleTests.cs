using System.Globalization;
using MimeKit;
using SlaMonitor.Browser.Tests.Checks;
using SlaMonitor.Browser.Tests.Chromium;

namespace SlaMonitor.Browser.Tests.Stories;

/// <summary>
/// What a stranger writes into a ticket comes in by the door, goes out by mail, and is shown by a browser: it is
/// read, and does nothing else.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class HostileTitleTests(ChromiumBrowser browser)
{
    private const int LongestCustomer = 256;
    private const string Crowd = "digest@example.com";

    /// <summary>What is right or wrong only with the template, not with the title.</summary>
    private static readonly Check[] OfTheTitle = [Check.Scrolling, Check.CutOff, Check.Contrast, Check.Inert, Check.Links, Check.Outline];

    private static readonly string[] Titles =
    [
        "<img src=x onerror=\"window.ran=1\"><script>window.ran=1;alert(1)</script>",
        "</title></style></textarea><svg onload=window.ran=1>\" onmouseover=\"window.ran=1\" style=\"position:fixed;inset:0",
        "&lt;script&gt;window.ran=1&lt;/script&gt; {{Headline}} {{{Because}}}",
        "Hello\r\nBcc: eve@example.com\r\nContent-Type: text/html\r\n\r\n<script>window.ran=1</script>",
        "Invoice \u202Egnp.exe\u202C \u2067and more\u2069 \u200Fback",
        "مرحبا لا يعمل تسجيل الدخول (HD-1)",
        string.Concat(Enumerable.Repeat("0123456789", 1_000)),
        string.Concat(Enumerable.Repeat("服务器无法登录", 1_500)),
        "pay\u200Bpal\uFEFF \u2060log\u00ADin \u0000\u0007\u001B[31m \u2028 \u2029",
        string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿👍🏽", 400)),
        "Z" + new string('\u0336', 300) + "algo" + new string('\u0301', 300),
        " \t\r\n\u3000 ",
    ];

    [Fact]
    public async Task HostileTitle_ThroughTheWholeProgram_IsShownHarmlesslyInSubjectMailAndPage()
    {
        await using var tab = await browser.OpenAsync();
        await using var desk = await Desk.OpenAsync();
        foreach (var (number, title) in Titles.Index())
        {
            await desk.CustomerOpensAsync(
                $"HD-{number}", title, assignee: ReaderOf(number), customer: title[..Math.Min(title.Length, LongestCustomer)]);
            await desk.CustomerOpensAsync($"ALL-{number}", title, assignee: Crowd);
        }

        await desk.ItBecomesAsync("09:31");

        Assert.Equal(Titles.Length + 1, desk.Mails.Count);
        for (var number = 0; number < Titles.Length; number++)
        {
            var mail = desk.LastMailTo(ReaderOf(number));
            IsOneShortLine(mail.Subject!, $"HD-{number}");
            await IsHarmlessAsync(tab, mail, $"HD-{number}");
            await tab.GoToAsync(Desk.TakeLinkOf(mail));
            await NothingHappensAsync(tab, $"HD-{number}");
            Assert.Null(await desk.WhoTookAsync($"HD-{number}"));
        }

        await IsHarmlessAsync(tab, desk.LastMailTo(Crowd), "ALL-0");
    }

    private static string ReaderOf(int number) => $"reader-{number}@example.com";

    private static void IsOneShortLine(string line, string ticket)
    {
        Assert.Contains(ticket, line, StringComparison.Ordinal);
        Assert.InRange(new StringInfo(line).LengthInTextElements, 6, 150);
        Assert.DoesNotContain(line, character =>
            char.IsControl(character)
            || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u2028' or '\u2029');
    }

    private static async Task IsHarmlessAsync(Tab tab, MimeMessage mail, string ticket)
    {
        Assert.Single(mail.To.Mailboxes);
        Assert.Empty(mail.Bcc);
        Assert.Equal(["multipart/alternative", "text/plain", "text/html"], Parts(mail.Body!));

        await tab.ShowAsync(mail.HtmlBody!);
        await NothingHappensAsync(tab, ticket);
    }

    private static IEnumerable<string> Parts(MimeEntity part) =>
        [part.ContentType.MimeType, .. part is Multipart whole ? whole.SelectMany(Parts) : []];

    /// <summary>The page is as good as with any other title, names the ticket, and has done nothing.</summary>
    private static async Task NothingHappensAsync(Tab tab, string ticket)
    {
        foreach (var screen in Screen.All)
        {
            await tab.LookOnAsync(screen);
            var wrong = from found in await Checklist.AskAsync(tab.Page)
                        where OfTheTitle.Contains(found.Key)
                        from finding in found
                        select $"{ticket}, {screen}: {finding}";
            Assert.Equal([], wrong);
        }

        Assert.Contains(ticket, await tab.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.InRange((await tab.Page.TitleAsync()).Length, 1, 300);
        Assert.Null(await tab.Page.EvaluateAsync<int?>("window.ran ?? null"));
        Assert.Empty(tab.Mischief);
        Assert.Empty(tab.Asked);
    }
}
