using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>What was promised over a period, and the tickets that it is counted by.</summary>
internal static class IndicatorSection
{
    public static IEnumerable<ShownSection> Of(ReportWriting writing)
    {
        var (report, words, tickets) = (writing.Report, writing.Words, writing.Report.Tickets);
        if (report.Indicators.Count > 0)
        {
            yield return writing.Section(
                words.Indicators,
                writing.Table(words.Figure, report.Indicators, indicator => new ShownRow(
                    words.Of(indicator.Measure, null),
                    null,
                    null,
                    [
                        ShownCell.Words(
                            words.Promised,
                            $"≥ {ReportWriting.Threshold(indicator.Measure, indicator.AtLeast)} {words.Of(indicator.Per)}"),
                        ShownCell.Number(words.Figure, writing.Figure(indicator.Measure, indicator.Figure)),
                        new ShownCell(words.Result, Result(writing, indicator), null, indicator.IsKept == false ? "text bad" : "text"),
                    ])));
        }

        (string Name, int Count, FigureSubject? Subject)[] rows =
        [
            (words.Resolved, tickets.Resolved, FigureSubject.Resolved),
            (words.GivenUp, tickets.GivenUp, FigureSubject.GivenUp),
            (words.Reopened, tickets.Reopened, FigureSubject.Reopened),
            (words.Emergencies, tickets.Emergencies, null),
        ];
        yield return writing.Section(words.Tickets, writing.Table(words.Tickets, rows, row => new ShownRow(
            row.Name,
            null,
            null,
            [
                row.Subject is { } subject
                    ? writing.Number(words.Count, row.Count, writing.Query(subject))
                    : ShownCell.Number(words.Count, ReportWriting.Whole(row.Count)),
            ])));
    }

    private static string Result(ReportWriting writing, IndicatorFigure indicator) => indicator.IsKept switch
    {
        true => writing.Words.Kept,
        false => writing.Words.NotKept,
        null => writing.Words.NotYet,
    };
}
