using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>The cells that say how many promises were kept.</summary>
internal static class PromiseCells
{
    public static IReadOnlyList<ShownCell> Of(ReportWriting writing, PromiseCounts promises, Func<FigureSubject, FigureQuery> query)
    {
        var words = writing.Words;
        return
        [
            ShownCell.Number(words.Attainment, writing.Percent(promises.Attainment)),
            ShownCell.Number(words.WithoutExclusions, writing.Percent(promises.AttainmentWithoutExclusions)),
            .. WithoutAgreedDues(writing, promises),
            writing.Number(words.Met, promises.Met, query(FigureSubject.Met)),
            writing.Number(words.Broken, promises.Breached, query(FigureSubject.Breached)),
            writing.Number(words.Cancelled, promises.Cancelled, query(FigureSubject.Cancelled)),
            writing.Number(words.Open, promises.Open, query(FigureSubject.Open)),
            writing.Number(words.AtRisk, promises.AtRisk, query(FigureSubject.AtRisk)),
        ];
    }

    /// <summary>Most agreements know no agreed due times, and their tables no column for them.</summary>
    private static IEnumerable<ShownCell> WithoutAgreedDues(ReportWriting writing, PromiseCounts promises) =>
        writing.Report.AgreedDues.Count == 0
            ? []
            : [ShownCell.Number(writing.Words.AgreedDues.Without, writing.Percent(promises.AttainmentWithoutAgreedDues))];
}
