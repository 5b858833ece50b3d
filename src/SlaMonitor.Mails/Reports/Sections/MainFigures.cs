using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>The figures that a reader looks for first.</summary>
internal static class MainFigures
{
    public static IEnumerable<ShownFact> Of(ReportWriting writing)
    {
        var (report, words) = (writing.Report, writing.Words);
        var (promises, tickets) = (report.Promises, report.Tickets);
        var best = report.BestRating;

        yield return Fact(
            words.Attainment, writing.Percent(promises.Attainment),
            WithoutNote(writing),
            FigureSubject.Decided, promises.Decided, ClassOf(Measure.Attainment));
        yield return Fact(
            words.Broken, ReportWriting.Whole(promises.Breached), $"{words.Met} {ReportWriting.Whole(promises.Met)}",
            FigureSubject.Breached, promises.Breached, promises.Breached > 0 ? "bad" : "good");
        yield return Fact(
            words.AtRisk, ReportWriting.Whole(promises.AtRisk), $"{words.Open} {ReportWriting.Whole(promises.Open)}",
            FigureSubject.AtRisk, promises.AtRisk, "plain");
        yield return Fact(
            words.ResolutionRate, writing.Percent(tickets.ResolutionRate), $"{words.GivenUp} {ReportWriting.Whole(tickets.GivenUp)}",
            FigureSubject.GivenUp, tickets.GivenUp, ClassOf(Measure.ResolutionRate));
        yield return Fact(
            words.Satisfaction, tickets.Answers == 0 ? words.NoFigure : $"{writing.Rating(tickets.Satisfaction(best))} / {best}",
            words.Answers(tickets.Answers), FigureSubject.Rated, tickets.Answers, ClassOf(Measure.Satisfaction));

        foreach (var statement in report.Credits.GroupBy(statement => statement.Currency, StringComparer.OrdinalIgnoreCase))
        {
            var total = statement.Sum(period => period.Total);
            yield return new ShownFact(words.Credit, ReportWriting.Money(total, statement.Key), null, null, total > 0 ? "bad" : "good");
        }

        ShownFact Fact(string label, string text, string? note, FigureSubject subject, int count, string ofClass) =>
            new(label, text, note, count == 0 ? null : writing.Addresses.Figure(writing.Query(subject)), ofClass);

        string ClassOf(Measure measure) => report.Indicators.FirstOrDefault(indicator => indicator.Measure == measure)?.IsKept switch
        {
            true => "good",
            false => "bad",
            null => "plain",
        };
    }

    /// <summary>
    /// What the attainment would be without exclusions, where they saved a promise, and without agreed due times, where one was agreed.
    /// </summary>
    private static string? WithoutNote(ReportWriting writing)
    {
        var (promises, words) = (writing.Report.Promises, writing.Words);
        List<string> notes = [];
        if (promises.SavedByExclusions > 0)
            notes.Add($"{words.WithoutExclusions} {writing.Percent(promises.AttainmentWithoutExclusions)}");
        if (promises.WithAgreedDue > 0)
            notes.Add($"{words.AgreedDues.Without} {writing.Percent(promises.AttainmentWithoutAgreedDues)}");
        return notes.Count == 0 ? null : string.Join(" · ", notes);
    }
}
