using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Reports.Sections;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Layout;

/// <summary>What is behind one figure of a report, laid out as the report is.</summary>
internal static class FigureModel
{
    public static ReportModel Of(
        ReportPage page, FigureQuery query, IReadOnlyList<CountedPromise> promises, IReadOnlyList<TicketOutcome> tickets)
    {
        var writing = new ReportWriting(page);
        var words = writing.Words;
        var table = query.IsOfTickets
            ? writing.Table(words.Ticket, tickets, ticket => RowOf(writing, ticket))
            : writing.Table(words.Ticket, promises, promise => PromiseSections.RowOf(writing, promise));
        return ReportModel.HeadOf(writing) with { Sections = [writing.Section(HeadingOf(writing, query), table)] };
    }

    private static string HeadingOf(ReportWriting writing, FigureQuery query)
    {
        var words = writing.Words;
        var narrowed = new[]
        {
            query.Target,
            query.Metric is { } metric ? writing.Metric(metric) : null,
            query.By is { } by ? $"{words.NameOf(by)} {query.Value ?? words.NotSaid}" : null,
        };
        return string.Join(
            ", ", narrowed.OfType<string>().Select(part => HarmlessText.Of(part, ReportWriting.LongestText)).Prepend(NameOf(query, words)));
    }

    private static string NameOf(FigureQuery query, ReportWords words) => query.Subject switch
    {
        FigureSubject.Decided => words.Attainment,
        FigureSubject.Met => words.Met,
        FigureSubject.Breached => words.BrokenPromises,
        FigureSubject.Cancelled => words.CancelledPromises,
        FigureSubject.Open => words.Open,
        FigureSubject.AtRisk => words.OpenAtRisk,
        FigureSubject.Resolved => words.Resolved,
        FigureSubject.GivenUp => words.GivenUp,
        FigureSubject.Reopened => words.Reopened,
        _ => words.Satisfaction,
    };

    private static ShownRow RowOf(ReportWriting writing, TicketOutcome ticket)
    {
        var words = writing.Words;
        return writing.TicketRow(
            ticket.TicketId,
            ticket.Facts.Title,
            [
                ShownCell.Words(words.Ended, ticket.SettledAt is { } settled ? writing.Moment(settled) : words.StillOpen),
                ShownCell.Words(words.Satisfaction, ticket.Rating is { } rating ? $"{rating.Value}" : "–"),
                ShownCell.Words(words.Customer, writing.Said(ticket.Facts.Customer)),
                ShownCell.Words(words.Assignee, writing.Said(ticket.Facts.Assignee)),
            ]);
    }
}
