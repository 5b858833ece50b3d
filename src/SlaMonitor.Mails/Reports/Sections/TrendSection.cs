using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>How the last months went.</summary>
internal static class TrendSection
{
    private const int Step = 24;
    private const int Gap = 4;

    public static IEnumerable<ShownSection> Of(ReportWriting writing)
    {
        var (months, words) = (writing.Report.Trend, writing.Words);
        if (months.Count == 0) yield break;

        yield return writing.Section(
            words.Trend,
            writing.Table(words.Month, months, month => new ShownRow(
                words.Of(month.Month),
                null,
                null,
                [
                    ShownCell.Number(words.Attainment, writing.Percent(month.Promises.Attainment)),
                    writing.Number(words.Met, month.Promises.Met, QueryOf(month, FigureSubject.Met)),
                    writing.Number(words.Broken, month.Promises.Breached, QueryOf(month, FigureSubject.Breached)),
                    ShownCell.Number(words.ResolutionRate, writing.Percent(month.Tickets.ResolutionRate)),
                    ShownCell.Number(words.Satisfaction, writing.Rating(month.Tickets.Satisfaction(writing.Report.BestRating))),
                ])),
            chart: new ShownChart(
                words.Attainment, months.Count * Step, 100, [.. months.SelectMany((month, place) => BarsOf(writing, month, place))]));
    }

    private static FigureQuery QueryOf(TrendMonth month, FigureSubject subject) => new(month.Month, subject);

    private static IEnumerable<ShownBar> BarsOf(ReportWriting writing, TrendMonth month, int place)
    {
        var tip = $"{writing.Words.Of(month.Month)}: {writing.Percent(month.Promises.Attainment)}";
        yield return new ShownBar((place * Step) + Gap, 0, Step - (2 * Gap), 100, "ground", tip);
        if (month.Promises.Attainment is not { } attainment) yield break;

        var height = (int)attainment;
        yield return new ShownBar((place * Step) + Gap, 0, Step - (2 * Gap), 100 - height, "breached", tip);
        yield return new ShownBar((place * Step) + Gap, 100 - height, Step - (2 * Gap), height, "met", tip);
    }
}
