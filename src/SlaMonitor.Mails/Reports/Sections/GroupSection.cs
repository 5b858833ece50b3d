using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>What was kept, by customer, category, priority, group or agent.</summary>
internal static class GroupSection
{
    public static ShownSection Of(ReportWriting writing, ReportDimension dimension) => writing.Section(
        writing.Words.Of(dimension),
        writing.Table(writing.Words.NameOf(dimension), writing.Report.Groups[dimension], group => new ShownRow(
            Shown(writing, dimension, group.Value),
            null,
            null,
            PromiseCells.Of(
                writing, group.Promises, subject => writing.Query(subject) with { By = dimension, Value = group.Value }))));

    private static string Shown(ReportWriting writing, ReportDimension dimension, string? value) =>
        dimension == ReportDimension.Priority && Enum.TryParse<TicketPriority>(value, ignoreCase: true, out var priority)
            ? writing.Wording.Of(priority)
            : writing.Said(value);
}
