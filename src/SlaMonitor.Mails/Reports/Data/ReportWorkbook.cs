using System.Globalization;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Mails.Reports.Shown;
using SpreadCheetah;

namespace SlaMonitor.Mails.Reports.Data;

/// <summary>
/// A report as a workbook (XLSX): the figures of each target, what the page says section by section, and each promise in a row. Cells hold
/// texts and numbers, never formulas.
/// </summary>
public static class ReportWorkbook
{
    /// <summary>Writes a workbook.</summary>
    /// <param name="into">Where to; need not be able to seek.</param>
    /// <param name="page">The report and the language of its words.</param>
    /// <param name="promises">Its promises; read once, as they are written.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task WriteAsync(
        Stream into, ReportPage page, IEnumerable<CountedPromise> promises, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(promises);

        await using var book = await Spreadsheet.CreateNewAsync(into, cancellationToken: cancellation);
        await WriteTargetsAsync(book, page.Report, cancellation);
        await WriteReportAsync(book, ReportModel.Of(page), cancellation);
        await WritePromisesAsync(book, promises, cancellation);
        await book.FinishAsync(cancellation);
    }

    private static async Task WriteTargetsAsync(Spreadsheet book, Report report, CancellationToken cancellation)
    {
        await book.StartWorksheetAsync("targets", token: cancellation);
        await book.AddRowAsync(
            Row("target", "metric", "met", "breached", "attainment", "attainmentWithoutExclusions", "cancelled", "open", "atRisk",
                "withAgreedDue", "attainmentWithoutAgreedDues", "openByAgreedDue"),
            cancellation);
        foreach (var target in report.Targets) await book.AddRowAsync(RowOf(target.Target, target.Metric, target.Promises), cancellation);
        await book.AddRowAsync(RowOf("all", null, report.Promises), cancellation);
    }

    private static DataCell[] RowOf(string target, string? metric, PromiseCounts counts) => Row(
        target, metric, counts.Met, counts.Breached, counts.Attainment / 100, counts.AttainmentWithoutExclusions / 100, counts.Cancelled,
        counts.Open, counts.AtRisk, counts.WithAgreedDue, counts.AttainmentWithoutAgreedDues / 100, counts.OpenByAgreedDue);

    private static async Task WriteReportAsync(Spreadsheet book, ReportModel model, CancellationToken cancellation)
    {
        await book.StartWorksheetAsync("report", token: cancellation);
        await book.AddRowAsync(Row(model.Agreement), cancellation);
        await book.AddRowAsync(Row($"{model.Kind}, {model.Period}", model.Tone.Word), cancellation);
        foreach (var fact in model.Facts.Concat(model.Figures)) await book.AddRowAsync(Row(fact.Label, fact.Text, fact.Note), cancellation);
        foreach (var section in model.Sections)
        {
            await book.AddRowAsync(Row(), cancellation);
            await book.AddRowAsync(Row(section.Heading, section.Note), cancellation);
            if (section.Table is { } table) await WriteTableAsync(book, table, cancellation);
            else await book.AddRowAsync(Row(section.Empty), cancellation);
        }
    }

    private static async Task WriteTableAsync(Spreadsheet book, ShownTable table, CancellationToken cancellation)
    {
        await book.AddRowAsync(Row([.. table.Columns.Select(column => column.Text)]), cancellation);
        foreach (var row in table.Rows) await book.AddRowAsync(Row([row.Head, .. row.Cells.Select(cell => cell.Text)]), cancellation);
        if (table.More is { } more) await book.AddRowAsync(Row(more), cancellation);
    }

    private static async Task WritePromisesAsync(Spreadsheet book, IEnumerable<CountedPromise> promises, CancellationToken cancellation)
    {
        await book.StartWorksheetAsync("promises", token: cancellation);
        await book.AddRowAsync(Row([.. PromiseColumns.Names]), cancellation);
        var row = new DataCell[PromiseColumns.Count];
        foreach (var promise in promises)
        {
            for (var column = 0; column < row.Length; column++) row[column] = CellOf(PromiseColumns.ValueOf(promise, column));
            await book.AddRowAsync(row, cancellation);
        }
    }

    private static DataCell[] Row(params object?[] values) => [.. values.Select(CellOf)];

    private static DataCell CellOf(object? value) => value switch
    {
        null => new DataCell(),
        string text => new DataCell(SpreadsheetText.ForCell(text)),
        int number => new DataCell(number),
        long number => new DataCell(number),
        decimal number => new DataCell(number),
        _ => new DataCell(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };
}
