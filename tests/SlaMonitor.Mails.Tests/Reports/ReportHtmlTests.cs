using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Mails.Preview;
using SlaMonitor.Mails.Reports;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Mails.Tests.Reports;

public sealed class ReportHtmlTests
{
    private static readonly ReportPages Pages = new(TemplateSet.BuiltIn);

    public static TheoryData<string> HostileTexts =>
    [
        "<script>alert(1)</script>", "</title></style><img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "'><b>",
        "{{Title}} {{{Rules}}}", "a\r\nb\u2028c", "\u202Egnihton si siht\u202C", "\0\u0007\u001b[31m", new string('x', 10_000),
    ];

    [Theory]
    [InlineData("en", "Service level report, March 2026", "88.88%")]
    [InlineData("zh-CN", "服务水平报告, 2026年3月", "88.88%")]
    public void Report_SaysItsFigures_InEachLanguage(string language, string heading, string attainment)
    {
        var page = Parse(ReportDesk.Page(ReportDesk.Count(ReportDesk.March(900)).Report, language));

        Assert.Contains(heading, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(attainment, page.QuerySelector(".big dd")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public void EveryCountThatIsNotNothing_LeadsToWhatItCounts()
    {
        var asked = new List<FigureQuery>();
        var addresses = new ReportAddresses
        {
            Figure = query =>
            {
                asked.Add(query);
                return $"https://sla.example.com/figures/{asked.Count}";
            },
            Ticket = ticket => $"https://sla.example.com/tickets/{ticket}",
        };
        var report = ReportDesk.Count(ReportDesk.March(900)).Report;
        var page = Parse(ReportDesk.Page(report, addresses: addresses));

        // The weekdays in which promises broke are counted beside a picture; every other count can be opened.
        var counts = page.QuerySelectorAll("section").Where(section => section.QuerySelector("h2")!.TextContent != "When promises broke")
            .SelectMany(section => section.QuerySelectorAll("td.number"))
            .Where(cell => cell.GetAttribute("data-label") is "Kept" or "Broken" or "Lapsed" or "Open" && cell.TextContent != "0")
            .ToList();
        Assert.True(counts.Count > 100);
        Assert.All(counts, cell => Assert.NotNull(cell.QuerySelector("a")));
        Assert.Contains(asked, query => query is { Subject: FigureSubject.Breached, Target: "response" });
        Assert.Contains(asked, query => query is { By: ReportDimension.Customer, Value: "Customer 0", Subject: FigureSubject.Breached });
        Assert.Equal(
            "https://sla.example.com/tickets/HD-0",
            page.QuerySelectorAll("th a").Last(link => link.TextContent == "HD-0").GetAttribute("href"));
    }

    [Fact]
    public void WithoutAddresses_NothingIsALink() =>
        Assert.Empty(Parse(ReportDesk.Page(ReportDesk.Count(ReportDesk.March(90)).Report)).QuerySelectorAll("a"));

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void TextOfAStranger_Anywhere_IsShownAndDoesNothing(string hostile)
    {
        var harmless = Html("x");
        var html = Html(hostile);

        Assert.Equal(Shape(harmless), Shape(html));
        Assert.DoesNotContain(html, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain(html, c => c is (>= '\u202A' and <= '\u202E') or '\u2028' or '\u2029');

        static string Html(string text) => Pages.Html(ReportDesk.Page(ReportDesk.Count(
        [
            ReportDesk.March(1).Single() with
            {
                TicketId = text,
                Facts = new OutcomeFacts { Title = text, Customer = text, Category = text, Group = text, Assignee = text },
            },
        ]).Report));
    }

    [Fact]
    public void MonthOfManyBrokenPromises_ListsAHundred_AndSaysHowManyThereAre()
    {
        var page = Parse(ReportDesk.Page(ReportDesk.Count(ReportDesk.March(9000)).Report));
        var broken = page.QuerySelectorAll("section").Single(section => section.QuerySelector("h2")!.TextContent == "Broken promises");

        Assert.Equal(100, broken.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("and 900 more", broken.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ShareThatMissedItsMarkByLittle_NeverLooksAsIfItHadReachedIt()
    {
        // 18,999 of 20,000 are 94.995 %.
        var clocks = ReportDesk.March(200_000).Where((clock, number) => number % 9 != 0).Take(18_999)
            .Concat(ReportDesk.March(200_000).Where((clock, number) => number % 9 == 0).Take(1001));

        Assert.Equal("94.99%", Parse(ReportDesk.Page(ReportDesk.Count(clocks).Report)).QuerySelector(".big dd")!.TextContent);
    }

    [Theory]
    [InlineData("en", "no figure")]
    [InlineData("zh-CN", "无数据")]
    public void EmptyMonth_SaysThatThereIsNoFigure(string language, string noFigure)
    {
        var page = Parse(ReportSamples.All(language).Single(sample => sample.Name == "empty").Page);

        Assert.Equal(noFigure, page.QuerySelector(".big dd")!.TextContent);
    }

    [Fact]
    public void EveryTable_HasItsChartBesideIt_AndNeitherRunsNorFetches()
    {
        var page = Parse(ReportSamples.All("en")[0].Page);

        Assert.Equal(2, page.QuerySelectorAll("svg").Length);
        Assert.All(page.QuerySelectorAll("svg"), svg => Assert.NotNull(svg.ParentElement!.QuerySelector("table")));
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, [src], [onload]"));
    }

    [Fact]
    public void PageBehindAFigure_HasItsOnePart_AndNoneThatIsEmpty()
    {
        var (report, promises) = ReportDesk.Count(ReportDesk.March(9));
        var page = ReportDesk.Page(report);
        var html = Pages.Html(page, new FigureQuery(report.Span, FigureSubject.Breached), promises, []);

        Assert.Equal(["Broken promises"], HeadingsOf(new HtmlParser().ParseDocument(html)));
        Assert.Equal("How it is counted", HeadingsOf(Parse(page))[^1]);

        static string[] HeadingsOf(IDocument page) => [.. page.QuerySelectorAll("section h2").Select(heading => heading.TextContent)];
    }

    private static IDocument Parse(ReportPage page) => new HtmlParser().ParseDocument(Pages.Html(page));

    /// <summary>The elements with their attributes' names, and nothing of what strangers wrote.</summary>
    private static string Shape(string html) => string.Join(' ', new HtmlParser().ParseDocument(html).All.Select(element =>
        $"{element.LocalName}[{string.Join(',', element.Attributes.Select(attribute => attribute.Name))}]"));
}
