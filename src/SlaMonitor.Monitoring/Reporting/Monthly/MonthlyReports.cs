using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Monitoring.Health.Failures;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Reporting.Monthly;

/// <summary>
/// Orders the mails with the report on the month before, on the first working day of a month, for each agreement that says who gets them.
/// Their ids follow from agreement, month and reader, so that neither a restart nor a second monitor sends another. What it costs to find
/// that nothing is due does not grow with anything: once a month is done, the process knows.
/// </summary>
public sealed class MonthlyReports(
    IAgreementSource agreements, OutcomeFiling filing, INotificationQueue queue, UnqueuedMails unqueued, IMonitorNotes notes,
    ReportApprovals approvals, MailFailures failures, IClock clock, TimeProvider time, ILogger<MonthlyReports> logger)
{
    private readonly Dictionary<string, string> _done = new(StringComparer.Ordinal);
    private int _working;

    /// <summary>Orders what is due. Whatever hinders it harms no evaluation: the next call tries again.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _working, 1) == 1) return;

        try
        {
            // Who is on call has to be known, or nobody would be found behind a rotation.
            foreach (var history in (await agreements.GetAsync(cancellationToken)).Agreements)
                await TryOrderAsync(history, cancellationToken);
        }
        catch (UnavailableException e)
        {
            logger.MonthlyReportsWait(e.Message);
        }
        finally
        {
            Volatile.Write(ref _working, 0);
        }
    }

    /// <summary>One agreement whose report cannot be ordered must not keep the others from theirs.</summary>
    private async Task TryOrderAsync(AgreementHistory history, CancellationToken cancellationToken)
    {
        try
        {
            await OrderAsync(history, cancellationToken);
        }
        catch (Exception e) when (e is not (UnavailableException or OperationCanceledException))
        {
            logger.MonthlyReportsFailed(e, history.Id);
            await failures.KeepAsync(MailFailures.OfReports, e, cancellationToken);
        }
    }

    private async Task OrderAsync(AgreementHistory history, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (TermsAt(history, now) is not { Reports: { } reports } terms) return;

        var today = now.InZone(terms.TimeZone).Date;
        var month = ReportSpan.Containing(today, ReportPeriod.Month).Previous;
        if (now < reports.DueIn(today, terms.TimeZone) || month.Last < history.Versions[0].EffectiveFrom) return;
        if (terms.Term?.LastDay < month.First) return;
        if (_done.GetValueOrDefault(history.Id) == month.ToString()) return;

        var note = $"reportMails {history.Id}";
        if ((await notes.FindAsync(note, cancellationToken))?.Text != month.ToString())
        {
            // A report of what is not filed yet would lack it.
            if (!filing.IsDone)
            {
                logger.MonthlyReportsWait("outcomes of tickets are still being filed.");
                return;
            }

            var messages = ReportOrders.First(terms, month, now);
            await unqueued.RecordAsync(await queue.SendAsync(messages, cancellationToken), cancellationToken);
            if (reports.ApprovedBy is not null) await approvals.AskedAsync(history.Id, month, cancellationToken);
            logger.MonthlyReportOrdered(history.Id, month.ToString(), messages.Count);
            // Noted last: a crash before that orders the mails again, and the ledger knows them.
            await notes.KeepAsync(new MonitorNote(note, month.ToString(), time.GetCurrentInstant()), cancellationToken);
        }

        _done[history.Id] = month.ToString();
    }

    /// <summary>The last version that has taken effect, also where its term is over: its last month is reported on as well.</summary>
    internal static Agreement? TermsAt(AgreementHistory history, Instant now) =>
        history.Versions.LastOrDefault(version => version.EffectiveAt <= now);
}
