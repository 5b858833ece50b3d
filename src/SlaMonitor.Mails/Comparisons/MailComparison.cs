using SlaMonitor.Mails.Reports.Sections;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Comparisons;

/// <summary>How many mails more or fewer: all, by what they tell, and by person.</summary>
internal static class MailComparison
{
    public static IEnumerable<ShownSection> Sections(Comparison comparison, ComparisonWords words)
    {
        var (before, now) = (comparison.From, comparison.To);
        if (before.Mails is not { } from || now.Mails is not { } to) yield break;

        List<ShownRow> rows = [Row(words.Mails, from, to)];
        rows.AddRange(before.Told.Keys.Union(now.Told.Keys).Order()
            .Select(kind => Row(words.Of(kind), before.Told.GetValueOrDefault(kind), now.Told.GetValueOrDefault(kind))));
        rows.AddRange(before.ByPerson.Keys.Union(now.ByPerson.Keys, StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(who => Row(
                words.MailsTo(ComparisonPages.Plain(who)), before.ByPerson.GetValueOrDefault(who), now.ByPerson.GetValueOrDefault(who))));
        yield return ComparisonPages.Section(words.Mails, words.MailsNote, words, words.Mails, rows);

        ShownRow Row(string head, long fromCount, long toCount) => new(
            head, null, null,
            [
                ShownCell.Number(ComparisonPages.Plain(before.Name), ReportWriting.Whole(fromCount)),
                ShownCell.Number(ComparisonPages.Plain(now.Name), ReportWriting.Whole(toCount)),
                ShownCell.Number(words.Difference, ComparisonPages.Signed(toCount - fromCount)),
            ]);
    }
}
