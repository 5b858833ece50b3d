using System.Globalization;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>What late news changed since the report was sent.</summary>
internal static class RestatementSection
{
    public static IEnumerable<ShownSection> Of(ReportWriting writing)
    {
        var words = writing.Words;
        if (writing.Report.Restated is not { } restated) yield break;

        yield return writing.Section(
            words.RestatedTone,
            writing.Table(words.Figure, restated.Figures, figure => new ShownRow(
                words.Of(figure.Kind, figure.Of),
                null,
                null,
                [
                    ShownCell.Number(words.Before, Shown(writing, figure.Kind, figure.Before)),
                    ShownCell.Number(words.After, Shown(writing, figure.Kind, figure.After)),
                ])),
            words.RestatedSince(writing.Moment(restated.SentAsOf)));

        foreach (var (heading, promises) in new[] { (words.NowBroken, restated.NowBroken), (words.NotBroken, restated.NotBroken) })
        {
            if (promises.Count > 0)
            {
                yield return writing.Section(heading, writing.Table(words.Ticket, promises, promise => writing.TicketRow(
                    promise.TicketId,
                    null,
                    [ShownCell.Words(words.Target, promise.ClockId.Parts?.Target ?? promise.ClockId.ToString())])));
            }
        }
    }

    /// <summary>Shares and ratings are rounded down, as everywhere else in the report; counts and amounts have no more digits.</summary>
    private static string Shown(ReportWriting writing, RestatedKind kind, decimal? figure) =>
        kind is RestatedKind.Attainment or RestatedKind.Satisfaction
            ? writing.Rating(figure)
            : figure?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? writing.Words.NoFigure;
}
