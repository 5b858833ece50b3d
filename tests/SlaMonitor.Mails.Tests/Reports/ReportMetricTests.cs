using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Reports;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Samples;

namespace SlaMonitor.Mails.Tests.Reports;

/// <summary>How a report calls the metrics of an agreement.</summary>
public sealed class ReportMetricTests
{
    private static readonly AgreementHistory History = SampleAgreements.Load(SampleAgreements.Office.Replace(
        "targets:\n",
        """
        metrics:
          second-level:
            title: "Second \u202E level"
            starts: { becomes: { group: second-level } }
            stops: resolved
        targets:
          - { id: urgent-second, metric: second-level, when: { priority: urgent }, within: 2h, calendar: office }
          - { id: second,        metric: second-level, within: 8h, calendar: office }

        """,
        StringComparison.Ordinal)).Agreements[0];

    [Theory]
    [InlineData("en", "First response", "Resolution")]
    [InlineData("zh-CN", "首次响应", "解决")]
    public void OwnMetric_IsCalledByItsTitle_AndABuiltInOneAsMailsCallIt(string language, string response, string resolution)
    {
        var (page, words) = Page(language);
        var sections = ReportModel.Of(page).Sections;

        Assert.Equal(
            ["Second level", "Second level", response, resolution, null],
            sections.Single(section => section.Heading == words.ByTarget).Table!.Rows.Select(row => row.Note));
        Assert.Equal(
            ["Second level", response, resolution],
            sections.Single(section => section.Heading == words.ByMetric).Table!.Rows.Select(row => row.Head));
    }

    [Theory]
    [InlineData("second-level", "Kept, Second level")]
    [InlineData("firstResponse", "Kept, First response")]
    [InlineData("of-an-older-version", "Kept, of-an-older-version")]
    public void PageBehindAFigure_CallsItsMetricTheSame(string metric, string heading)
    {
        var (page, _) = Page("en");
        var query = new FigureQuery(page.Report.Span, FigureSubject.Met) { Metric = metric };

        Assert.Equal(heading, Assert.Single(FigureModel.Of(page, query, [], []).Sections).Heading);
    }

    private static (ReportPage Page, ReportWords Words) Page(string language)
    {
        var report = new ReportBuilder(new ReportScope(History, ReportSpan.Parse("2026-03")!, ReportDesk.Now)).Build();
        return (ReportDesk.Page(report, language), Wording.For(language).Report);
    }
}
