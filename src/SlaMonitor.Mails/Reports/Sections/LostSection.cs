using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>The time that pauses and exclusions took.</summary>
internal static class LostSection
{
    public static IEnumerable<ShownSection> Of(ReportWriting writing)
    {
        var (report, words) = (writing.Report, writing.Words);
        var lost = Enum.GetValues<TicketStatus>()
            .Select(status => (Cause: words.LostTo(status), Time: report.Held[status]))
            .Append((Cause: words.Excluded, Time: report.Excluded))
            .Where(row => row.Time > BusinessDuration.Zero)
            .ToList();

        yield return writing.Section(
            words.Lost,
            writing.Table(words.Cause, lost, row => new ShownRow(
                row.Cause, null, null, [ShownCell.Number(words.Time, writing.Wording.Of(row.Time))])),
            words.LostNote);
    }
}
