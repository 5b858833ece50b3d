using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>What was excluded by agreement, and who approved it.</summary>
internal static class ExcludedSection
{
    public static IEnumerable<ShownSection> Of(ReportWriting writing)
    {
        var words = writing.Words;
        if (writing.Report.Exclusions.Count == 0) yield break;

        yield return writing.Section(
            words.Exclusions,
            writing.Table(words.Reason, writing.Report.Exclusions, exclusion => new ShownRow(
                exclusion.Reason,
                null,
                null,
                [
                    ShownCell.Words(words.From, writing.Moment(exclusion.Span.Start)),
                    ShownCell.Words(words.To, writing.Moment(exclusion.Span.End)),
                    ShownCell.Words(words.ApprovedBy, exclusion.ApprovedBy),
                ])));
    }
}
