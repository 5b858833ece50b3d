using System.Text;
using AngleSharp.Html.Parser;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Samples;

namespace SlaMonitor.Mails.Tests.Composition;

/// <summary>What customers write into a ticket is shown to people, and does nothing else.</summary>
public sealed class HostileTextTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 10, 0);

    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script>", "</title><img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "'><b>", "&lt;b&gt;",
        "{{Language}} {{#each Spent.Counted}}", "{{{Because}}}", "a\r\nBcc: eve@example.com\r\n\r\nDue: never",
        "a\u2028b\u2029c\u0085d\u000Be", "\u202Egnihton si siht\u202C", "\u2066x\u2069\u200F", "\0\u0007\u001b[31m", "x\ud800y",
        new string('x', 10_000), string.Concat(Enumerable.Repeat("👩‍🚒 ", 3_000)), "a" + new string('\n', 100) + "b",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void TextOfACustomer_Anywhere_IsShownAndDoesNothing(string hostile)
    {
        var change = new TicketChange
        {
            Title = hostile,
            Customer = Cut(hostile),
            Assignee = Cut(hostile),
            Group = Cut(hostile),
            Url = new Uri("https://h.example/?q=%22%3E"),
        };
        var model = Alerts.Of(Now, change, ticket: Cut(hostile));
        var (text, html) = (Alerts.Text(model), Alerts.Html(model));

        Assert.Equal(Shape(Alerts.Html(Alerts.Of(Now))), Shape(html));
        Assert.Equal(Alerts.Text(Alerts.Of(Now)).Count(c => c == '\n'), text.Count(c => c == '\n'));
        Assert.DoesNotContain(text + html, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain(text + html, c =>
            c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u2028' or '\u2029');
        Assert.InRange(Encoding.UTF8.GetByteCount(text) + Encoding.UTF8.GetByteCount(html), 1, MailComposer.LargestMail);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Subject_OfAHostileTitle_IsOneShortLine(string hostile)
    {
        var subject = Alerts.Subject(Cut(hostile), new() { Title = hostile });

        Assert.StartsWith("[SLA] ", subject, StringComparison.Ordinal);
        Assert.InRange(subject.Length, 6, 260);
        Assert.DoesNotContain(subject, c =>
            char.IsControl(c)
            || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u2028' or '\u2029');
    }

    [Fact]
    public void LongTitle_InTheMail_IsCutAfter200Characters_AndInTheSubjectAfter100()
    {
        var title = new string('x', 10_000);

        Assert.Equal(new string('x', 200) + "…", Alerts.Of(Now, new() { Title = title }).Ticket.Title);
        Assert.Equal(
            $"[SLA] At risk: first response · T {new string('x', 100)}…", Alerts.Subject("T", new() { Title = title }));
    }

    [Theory]
    [InlineData("  a \t b\r\n ", "a b")]
    [InlineData("عنوان", "عنوان")]
    [InlineData("می‌خواهم 👩‍🚒", "می‌خواهم 👩‍🚒")] // joiners are letters' business: Persian and emoji are spelt with them
    public void HarmlessTitle_IsLeftAsItIs(string title, string expected) =>
        Assert.Equal($"[SLA] At risk: first response · T {expected}", Alerts.Subject("T", new() { Title = title }));

    [Fact]
    public void Html_ShowsTheTextAsItWasWritten()
    {
        var html = new HtmlParser().ParseDocument(Alerts.Html(Alerts.Of(Now, Events.Printer with { Title = "<b>&amp; {{x}} 打印机" })));

        Assert.Contains("<b>&amp; {{x}} 打印机", html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://helpdesk.example.com/tickets/1", html.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("en", html.DocumentElement.GetAttribute("lang"));
    }

    private static string Cut(string text) => text.Length <= 200 ? text : text[..200];

    /// <summary>Every element with the names of its attributes: what the template has, and nothing that came in with a text.</summary>
    private static IEnumerable<string> Shape(string html) =>
        new HtmlParser().ParseDocument(html).All.Select(element =>
            $"{element.ParentElement?.LocalName}>{element.LocalName}[{string.Join(',', element.Attributes.Select(a => a.Name))}]");
}
