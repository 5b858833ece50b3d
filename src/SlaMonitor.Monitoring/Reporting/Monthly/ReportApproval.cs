using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Reporting.Monthly;

/// <summary>Lets whoever has the link of a mail approve a report, so that it goes to the customer's side.</summary>
public sealed class ReportApproval(
    AcknowledgeTokens tokens, ReportMaker maker, INotificationQueue queue, UnqueuedMails unqueued, ReportApprovals approvals,
    IClock clock, ILogger<ReportApproval> logger)
{
    /// <summary>How it stands with what a link was made for. Changes nothing: mail scanners open links.</summary>
    /// <exception cref="UnavailableException">The store, or the key of the links, is away.</exception>
    public Task<ApprovalState> LookAsync(string token, CancellationToken cancellationToken) =>
        AnswerAsync(token, approves: false, cancellationToken);

    /// <summary>Sends the report to the customer's side. A second time sends nothing: the ids of the mails are the same.</summary>
    /// <exception cref="UnavailableException">The store, the queue, or the key of the links is away.</exception>
    public Task<ApprovalState> ApproveAsync(string token, CancellationToken cancellationToken) =>
        AnswerAsync(token, approves: true, cancellationToken);

    private async Task<ApprovalState> AnswerAsync(string token, bool approves, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await tokens.ReadAsync(token, now) is not ({ } grant, var expired)
            || grant is not ReportGrant report
            || ReportSpan.Parse(report.Month) is not { Unit: ReportPeriod.Month } month)
        {
            return new ApprovalState(ApprovalStand.Invalid, null, null, "en");
        }

        var history = await maker.FindAsync(report.AgreementId, cancellationToken);
        if (history is null || MonthlyReports.TermsAt(history, now) is not { Reports.ApprovedBy: { } approver } terms)
            return new ApprovalState(ApprovalStand.Expired, null, null, "en");

        var language = terms.Contacts.GetValueOrDefault(approver)?.Language ?? terms.Language;
        if (expired)
        {
            logger.ApprovalExpired(terms.Id, report.Month);
            return new ApprovalState(ApprovalStand.Expired, null, null, language);
        }

        if (!approves) return new ApprovalState(ApprovalStand.Open, terms, month, language);

        var messages = ReportOrders.ToCustomer(terms, month, now);
        await unqueued.RecordAsync(await queue.SendAsync(messages, cancellationToken), cancellationToken);
        await approvals.GivenAsync(terms.Id, month, cancellationToken);
        logger.ReportApproved(terms.Id, report.Month, report.Recipient, messages.Count);
        return new ApprovalState(ApprovalStand.Approved, terms, month, language);
    }
}
