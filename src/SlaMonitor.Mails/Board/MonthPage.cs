using System.Globalization;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Reports;
using SlaMonitor.Mails.Reports.Sections;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Board;

/// <summary>The page that says how the running month stands: the figures that its report will have, as they are now.</summary>
public static class MonthPage
{
    /// <summary>The page.</summary>
    /// <param name="frame">The reader, and the addresses that all pages have in common.</param>
    /// <param name="reports">The report on each agreement's running month, as it is now.</param>
    /// <param name="addresses">Where a reader finds what is behind a report.</param>
    /// <param name="reportUrl">The report itself, as a page.</param>
    public static PlacePage Of(
        BoardFrame frame, IReadOnlyList<Report> reports, Func<Report, ReportAddresses> addresses, Func<Report, string> reportUrl)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(reports);

        var words = Wording.For(frame.Language).Board;
        return new PlacePage
        {
            Frame = frame,
            Place = BoardPlace.Month,
            Title = words.Month,
            Lead = reports.Count == 0 ? words.NoAgreementInForce : null,
            Parts =
            [
                .. reports.SelectMany((report, number) =>
                    PartsOf(new ReportWriting(new ReportPage(report, frame.Language, addresses(report))), number, reportUrl(report))),
            ],
        };
    }

    private static IEnumerable<PlacePart> PartsOf(ReportWriting writing, int number, string reportUrl)
    {
        var (report, words) = (writing.Report, writing.Words);
        var name = $"{writing.Said(report.Terms.Title)} · {words.Of(report.Span)}";
        yield return new PlacePart($"month-{number}", name)
        {
            Notice = report.Remarks.Count == 0 ? null : string.Join(' ', report.Remarks.Select(words.Of)),
            Text = writing.Wording.Board.AsOf(writing.Moment(report.AsOf)),
            AreFigures = true,
            Facts =
            [
                .. MainFigures.Of(writing).Select(fact => new LabelledText(fact.Label, fact.Text) { Note = fact.Note, Url = fact.Url }),
            ],
            Links =
            [
                new BoardLink(words.Title, reportUrl, IsCurrent: false),
                .. from extension in ReportFormats.Extensions
                   let address = writing.Addresses.File(extension)
                   where address is not null
                   select new BoardLink(extension.ToUpperInvariant(), address, IsCurrent: false),
            ],
        };

        var place = 0;
        foreach (var section in TargetSections.Of(writing).Concat(CreditSections.Of(writing)))
            yield return PartOf(section, $"month-{number}-{place++}");
        foreach (var section in TrendSection.Of(writing)) yield return WithShares(PartOf(section, $"month-{number}-{place++}"), report);
    }

    private static PlacePart PartOf(ShownSection section, string id) => new(id, section.Heading)
    {
        Text = section.Note,
        Columns = [.. section.Table?.Columns.Select(column => column.Text) ?? []],
        Rows = [.. section.Table?.Rows.Select(RowOf) ?? []],
        Empty = section.Table is null ? section.Empty : section.Table.More,
    };

    private static PlaceRow RowOf(ShownRow row) => new(
        string.Empty,
        new PlaceCell(row.Head) { Note = row.Note, Url = row.Url },
        [
            .. row.Cells.Select(cell => new PlaceCell(cell.Text)
            {
                Label = cell.Label,
                Url = cell.Url,
                IsNumber = cell.Class.StartsWith("number", StringComparison.Ordinal),
            }),
        ]);

    /// <summary>Each month's share of kept promises, drawn beside the figure.</summary>
    private static PlacePart WithShares(PlacePart trend, Report report) => trend with
    {
        Rows =
        [
            .. trend.Rows.Zip(report.Trend, (row, month) => month.Promises.Attainment is { } share
                ? row with { Cells = [row.Cells[0] with { Share = Invariant(share) }, .. row.Cells.Skip(1)] }
                : row),
        ],
    };

    private static string Invariant(decimal share) => share.ToString("0.##", CultureInfo.InvariantCulture);
}
