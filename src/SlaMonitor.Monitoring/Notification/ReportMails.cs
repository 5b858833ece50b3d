using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Mails;
using SlaMonitor.Mails.Reports;
using SlaMonitor.Mails.Reports.Data;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Reporting;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>Writes the mails that bring a report, as it stands when they are written, and remembers what was sent.</summary>
public sealed class ReportMails(
    ReportMaker maker, ReportSummaries summaries, ReportMail mails, AcknowledgeLinks links, IClock clock,
    ILogger<ReportMails> logger)
{
    /// <summary>How many bytes a workbook may have that is attached: many mail servers refuse more than ten megabytes.</summary>
    private const int MostAttached = 5 << 20;

    /// <summary>
    /// The mail of an order, and the figures that it brings, <c>null</c> where it asks for approval alone; <c>null</c> where there is no
    /// such agreement any more.
    /// </summary>
    internal async Task<(Mail Mail, ReportSummary? Brought)?> WriteAsync(
        MailOrder order, ReportOrder asked, CancellationToken cancellationToken)
    {
        if (ReportSpan.Parse(asked.Month) is not { Unit: ReportPeriod.Month } month
            || await maker.FindAsync(asked.Agreement, cancellationToken) is not { } history)
        {
            return null;
        }

        var promises = new List<CountedPromise>();
        var report = await maker.MakeAsync(
            history, month, asked.AsksApproval ? null : promises.Add, order.Recipient, cancellationToken);
        if (asked.ComesLate) report = report with { Remarks = [.. report.Remarks, ReportRemark.ComesLate] };
        await maker.RememberAsync(report, cancellationToken);
        var now = clock.GetCurrentInstant();
        var page = new ReportPage(report, order.Language, ReportAddresses.None);
        if (!asked.AsksApproval)
        {
            var workbook = await WorkbookAsync(page, promises, cancellationToken);
            return (mails.Bring(order.MailId, order.Recipient, now, page, workbook), ReportSummary.Of(report));
        }

        var link = links.ForReport(asked.Agreement, asked.Month, order.Recipient, now);
        return (ReportMail.AskApproval(order.MailId, order.Recipient, now, page, link), null);
    }

    /// <returns>The workbook; <c>null</c> where it is too large for a mail.</returns>
    private static async Task<byte[]?> WorkbookAsync(
        ReportPage page, List<CountedPromise> promises, CancellationToken cancellationToken)
    {
        using var workbook = new MemoryStream();
        await ReportWorkbook.WriteAsync(workbook, page, promises, cancellationToken);
        return workbook.Length > MostAttached ? null : workbook.ToArray();
    }

    /// <summary>
    /// Remembers the figures of a report that was sent, so that a later one can say what has changed. The mail is on its way: what hinders
    /// this must not have it sent again.
    /// </summary>
    /// <param name="sent">The figures.</param>
    /// <param name="reader">The address that it was sent to.</param>
    internal async Task KeepAsync(ReportSummary sent, string reader)
    {
        try
        {
            await summaries.KeepSentAsync(sent, reader, CancellationToken.None);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.SentReportNotKept(e, sent.AgreementId, sent.Span.ToString()!);
        }
    }
}
