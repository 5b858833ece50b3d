using SlaMonitor.Mails.Reports.Sections;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Comparisons;

/// <summary>What it costs, by period and in sum.</summary>
internal static class CreditComparison
{
    public static ShownSection Section(Comparison comparison, ComparisonWords words)
    {
        // The sum first: a history may have many periods.
        var rows = comparison.CreditSums
            .Select(one => Row(comparison, words, words.Sum, one.Currency, one.From, one.To))
            .Concat(comparison.CreditsByPeriod
                .OrderBy(one => one.Period, StringComparer.Ordinal)
                .ThenBy(one => one.Currency, StringComparer.Ordinal)
                .Select(one => Row(comparison, words, one.Period, one.Currency, one.From, one.To)))
            .ToList();
        var section = ComparisonPages.Section(words.Credits, words.CreditsNote, words, words.Period, rows);
        return rows.Count == 0 ? section with { Note = null, Empty = words.NoCredits } : section;
    }

    private static ShownRow Row(
        Comparison comparison, ComparisonWords words, string period, string currency, decimal from, decimal to) => new(
        period, null, null,
        [
            ShownCell.Number(ComparisonPages.Plain(comparison.From.Name), ReportWriting.Money(from, currency)),
            ShownCell.Number(ComparisonPages.Plain(comparison.To.Name), ReportWriting.Money(to, currency)),
            new ShownCell(words.Difference, ReportWriting.Money(to - from, currency), null, to > from ? "number bad" : "number"),
        ]);
}
