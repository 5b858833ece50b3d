using NodaTime;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Mails;
using SlaMonitor.Mails.Reports;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Reporting;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>Writes the mails that bring a report, as it stands when they are written, and remembers what was sent.</summary>
public sealed class ReportMails(
    ReportMaker maker, ReportSummaries summaries, ReportMail mails, AcknowledgeLinks links, IClock clock)
{
    /// <summary>The mail of an order; <c>null</c> where there is no such agreement any more.</summary>
    internal async Task<Mail?> WriteAsync(MailOrder order, ReportOrder asked, CancellationToken cancellationToken)
    {
        if (await MakeAsync(asked, cancellationToken) is not { } report) return null;

        var now = clock.GetCurrentInstant();
        var page = new ReportPage(report, order.Language, ReportAddresses.None);
        return asked.AsksApproval
            ? ReportMail.AskApproval(
                order.MailId, order.Recipient, now, page, links.ForReport(asked.Agreement, asked.Month, order.Recipient, now))
            : mails.Bring(order.MailId, order.Recipient, now, page);
    }

    /// <summary>Remembers the figures of a report that was sent, so that a later one can say what has changed.</summary>
    internal async Task SentAsync(ReportOrder sent, CancellationToken cancellationToken)
    {
        if (!sent.AsksApproval && await MakeAsync(sent, cancellationToken) is { } report)
            await summaries.KeepSentAsync(ReportSummary.Of(report), cancellationToken);
    }

    private async Task<Report?> MakeAsync(ReportOrder asked, CancellationToken cancellationToken) =>
        ReportSpan.Parse(asked.Month) is { Unit: ReportPeriod.Month } month
        && await maker.FindAsync(asked.Agreement, cancellationToken) is { } history
            ? await maker.MakeAsync(history, month, onPromise: null, cancellationToken)
            : null;
}
