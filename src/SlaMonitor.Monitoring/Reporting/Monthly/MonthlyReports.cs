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
    /// <summary>On how many months reports are ordered at once, where the monitor was away for longer.</summary>
    private const int MostMissed = 12;

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
        var last = ReportSpan.Containing(today, ReportPeriod.Month).Previous;
        // Until its hour comes, only what is missing of earlier months is due.
        var month = now < reports.DueIn(today, terms.TimeZone) ? last.Previous : last;
        if (_done.GetValueOrDefault(history.Id) == month.ToString()) return;

        var note = $"reportMails {history.Id}";
        var known = (await notes.FindAsync(note, cancellationToken))?.Text;
        var months = known is null && month != last ? [] : MonthsToReport(known, month).Where(one => IsOf(history, terms, one)).ToList();
        // A report of what is not filed yet would lack it.
        if (months.Count > 0 && !filing.IsDone)
        {
            logger.MonthlyReportsWait("outcomes of tickets are still being filed.");
            return;
        }

        if (months is [var first, ..] && known is not null && first.Previous.ToString() != known)
            logger.MissedReportsLeftOut(history.Id, first.ToString(), known);
        foreach (var one in months)
        {
            await OrderAsync(history, terms, one, comesLate: one != last, now, cancellationToken);
            // Noted last: a crash before that orders the mails again, and the ledger knows them.
            await notes.KeepAsync(new MonitorNote(note, one.ToString(), time.GetCurrentInstant()), cancellationToken);
        }

        _done[history.Id] = month.ToString();
    }

    private async Task OrderAsync(
        AgreementHistory history, Agreement terms, ReportSpan month, bool comesLate, Instant now, CancellationToken cancellationToken)
    {
        var messages = ReportOrders.First(terms, month, comesLate, now);
        await unqueued.RecordAsync(await queue.SendAsync(messages, cancellationToken), cancellationToken);
        if (terms.Reports?.ApprovedBy is not null) await approvals.AskedAsync(history.Id, month, cancellationToken);
        if (comesLate) logger.MissedReportOrdered(history.Id, month.ToString(), messages.Count);
        else logger.MonthlyReportOrdered(history.Id, month.ToString(), messages.Count);
    }

    /// <summary>Whether a month is one that the agreement held in.</summary>
    private static bool IsOf(AgreementHistory history, Agreement terms, ReportSpan month) =>
        month.Last >= history.Versions[0].EffectiveFrom && !(terms.Term?.LastDay < month.First);

    /// <summary>The months that no report was ordered on, the first one first: those that passed while the monitor was away too.</summary>
    /// <param name="known">The last month that one was ordered on; <c>null</c> where none ever was.</param>
    /// <param name="month">The last month whose report is due.</param>
    private static Stack<ReportSpan> MonthsToReport(string? known, ReportSpan month)
    {
        var months = new Stack<ReportSpan>([month]);
        if (known is null || ReportSpan.Parse(known) is not { Unit: ReportPeriod.Month } last) return months;
        if (last.First >= month.First) return new();

        while (months.Count < MostMissed && months.Peek().Previous.First > last.First) months.Push(months.Peek().Previous);
        return months;
    }

    /// <summary>The last version that has taken effect, also where its term is over: its last month is reported on as well.</summary>
    internal static Agreement? TermsAt(AgreementHistory history, Instant now) =>
        history.Versions.LastOrDefault(version => version.EffectiveAt <= now);
}
