using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>The promises for which a due time was agreed, and what would have become of them without it.</summary>
internal static class AgreedDueSection
{
    public static IEnumerable<ShownSection> Of(ReportWriting writing)
    {
        var (report, words) = (writing.Report, writing.Words);
        if (report.AgreedDues.Count == 0) yield break;

        var (agreed, counts) = (words.AgreedDues, report.Promises);
        yield return writing.Section(
            agreed.Heading,
            writing.Table(words.Ticket, report.AgreedDues, promise => writing.TicketRow(
                promise.Outcome.TicketId,
                promise.Outcome.Facts.Title,
                [
                    ShownCell.Words(words.Target, promise.Outcome.TargetId),
                    ShownCell.Words(agreed.Agreed, promise.Outcome.DueAt is { } due ? writing.Moment(due) : "–"),
                    ShownCell.Words(agreed.Computed, promise.Outcome.ComputedDue?.At is { } computed ? writing.Moment(computed) : "–"),
                    ShownCell.Words(agreed.State, Of(words, promise.State)),
                    ShownCell.Words(agreed.StateWithout, Of(words, promise.StateWithoutAgreedDue)),
                ])),
            agreed.Note(counts.WithAgreedDue, counts.SavedByAgreedDue, counts.OpenByAgreedDue));
    }

    private static string Of(ReportWords words, ClockState state) => state switch
    {
        ClockState.Met => words.Met,
        ClockState.Breached => words.Broken,
        ClockState.Cancelled => words.Cancelled,
        _ => words.Open,
    };
}
