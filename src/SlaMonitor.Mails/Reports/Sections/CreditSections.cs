using SlaMonitor.Core.Reporting.Credits;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>What it costs: a statement for each fee period, with fees, rules, cap and sum.</summary>
internal static class CreditSections
{
    public static IEnumerable<ShownSection> Of(ReportWriting writing)
    {
        var (report, words) = (writing.Report, writing.Words);
        if (report.Terms.Credits is null) yield break;
        if (report.Credits.Count == 0) yield return writing.Section(words.Credit, null, empty: words.NoCredits);

        foreach (var statement in report.Credits)
        {
            var period = words.Of(statement.Period);
            yield return writing.Section(
                words.StatementOf(period),
                writing.Table(words.Rule, statement.Lines, line => RowOf(writing, statement, line)),
                statement.DaysInForce < statement.Period.Days
                    ? words.DaysInForce(statement.DaysInForce, statement.Period.Days)
                    : null);
            yield return writing.Section(
                words.FeesOf(period),
                writing.Table(words.Fee, AmountsOf(writing, statement), row => new ShownRow(
                    row.Name, null, null, [ShownCell.Number(words.Amount, ReportWriting.Money(row.Amount, statement.Currency))])));
        }
    }

    private static ShownRow RowOf(ReportWriting writing, CreditStatement statement, CreditLine line)
    {
        var (words, when) = (writing.Words, line.Rule.When);
        var sign = when.Inclusive ? "≤" : "<";
        return new ShownRow(
            $"{words.Of(when.Measure, when.TargetId)} {sign} {ReportWriting.Threshold(when.Measure, when.Below)}",
            null,
            null,
            [
                ShownCell.Number(words.Figure, writing.Figure(when.Measure, line.Figure)),
                ShownCell.Number(words.Count, ReportWriting.Whole(line.Basis)),
                new ShownCell(words.Holds, line.Holds ? words.Yes : words.No, null, line.Holds ? "text bad" : "text"),
                ShownCell.Number(words.Gives, ReportWriting.Money(line.Amount, statement.Currency)),
                ShownCell.Words(words.Counts, line.Counts ? words.Yes : words.No),
            ]);
    }

    private static List<(string Name, decimal Amount)> AmountsOf(ReportWriting writing, CreditStatement statement)
    {
        var words = writing.Words;
        List<(string Name, decimal Amount)> rows =
            [.. statement.Fees.Select(fee => (words.Of(fee.Kind, fee.Name, fee.Count), fee.Amount)), (words.Sum, statement.Sum)];
        if (statement.Cap is { } cap) rows.Add((words.Cap, cap));
        rows.Add((words.CreditTotal, statement.Total));
        return rows;
    }
}
