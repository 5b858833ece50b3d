using SlaMonitor.Core.Reporting;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>The promises that a reader may want to see one by one: broken, at risk, lapsed.</summary>
internal static class PromiseSections
{
    public static IEnumerable<ShownSection> Of(ReportWriting writing)
    {
        var (report, words) = (writing.Report, writing.Words);
        yield return Section(words.BrokenPromises, report.Breaches);
        if (!report.IsOver || report.AtRisk.Count > 0) yield return Section(words.OpenAtRisk, report.AtRisk);
        if (report.Cancellations.Count > 0) yield return Section(words.CancelledPromises, report.Cancellations);

        ShownSection Section(string heading, IReadOnlyList<CountedPromise> promises) =>
            writing.Section(heading, writing.Table(words.Ticket, promises, promise => RowOf(writing, promise)));
    }

    public static ShownRow RowOf(ReportWriting writing, CountedPromise promise)
    {
        var (words, outcome) = (writing.Words, promise.Outcome);
        return writing.TicketRow(
            outcome.TicketId,
            outcome.Facts.Title,
            [
                ShownCell.Words(words.Target, outcome.TargetId),
                ShownCell.Words(words.Due, outcome.DueAt is { } due ? writing.Moment(due) : "–"),
                ShownCell.Words(words.Ended, outcome.EndedAt is { } ended ? writing.Moment(ended) : words.StillOpen),
                ShownCell.Words(words.Customer, writing.Said(outcome.Facts.Customer)),
                ShownCell.Words(words.Assignee, writing.Said(outcome.Facts.Assignee)),
            ]);
    }
}
