using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Notification.Surveys;
using SlaMonitor.Monitoring.Notification.WayOut;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>
/// Fires the escalation steps that have come, each once, and tells each person of all of them in one mail; at most one in a while, but for
/// what cannot wait. What a tick has missed the next one finds: everything due by now is looked at, never "what is due in this minute". Its
/// cost grows with what is due, not with what is open.
/// </summary>
public sealed class DeadlineEvaluator(
    ITicketStore store, AssessedTickets tickets, IAgreementSource agreements, INotificationLedger ledger, INotificationQueue queue,
    IClock clock, ChangedTerms changed, AllowedRecipients allowed, UnqueuedMails unqueued, MailReadiness readiness,
    MailboxNotes mailboxNotes, SurveyCounts surveys, MonitorMetrics metrics, ILogger<DeadlineEvaluator> logger)
{
    /// <summary>
    /// How many tickets are looked at before anybody is told: up to here, one person gets one mail. It bounds what is held in memory, which
    /// is a few hundred bytes for a ticket and never its log.
    /// </summary>
    public const int RoundSize = 5000;

    /// <summary>How many tickets may fail before an evaluation goes no further past them.</summary>
    private const int MostFailures = 4 * RoundSize;

    private readonly TicketEvaluation _tickets = new(store, tickets, ledger, allowed, surveys);

    /// <summary>How large a round is.</summary>
    internal int TicketsInARound { get; init; } = RoundSize;

    /// <summary>
    /// Looks at every ticket that is due. While nobody could be told, it fires nothing and leaves all as it is, for the tick that
    /// finds mails to be possible.
    /// </summary>
    /// <exception cref="UnavailableException">The store or the queue is away; the next tick finds what was left.</exception>
    /// <exception cref="AggregateException">
    /// Some tickets could not be evaluated. All others were; the next tick tries these again.
    /// </exception>
    public async Task<EvaluationReport> EvaluateAsync(CancellationToken cancellationToken)
    {
        using var span = Trace.Evaluating();
        using var run = new EvaluationCount(metrics);
        var book = await agreements.GetAsync(cancellationToken);
        await changed.GoOnAsync(book, cancellationToken);
        var now = clock.GetCurrentInstant();
        var report = EvaluationReport.Nothing;
        var failures = new Dictionary<DueTicket, Exception>();
        var mailboxes = new Mailboxes(mailboxNotes, now);
        while (true)
        {
            // What failed is due still, and stands before all others: a round is what comes after it.
            var asked = TicketsInARound + failures.Count;
            var due = await store.ReadDueAsync(now, asked, cancellationToken);
            run.Found(due.Count == 0 ? Duration.Zero : now - due[0].Due);
            if (readiness.Obstacle is { } obstacle)
            {
                run.Waits();
                logger.EvaluationWaits(obstacle);
                return report with { Obstacle = obstacle };
            }

            var untried = due.Where(entry => !failures.ContainsKey(entry)).ToList();
            report += await EvaluateAsync(untried, book, now, mailboxes, failures, cancellationToken);

            if (due.Count < asked || untried.Count == 0 || failures.Count >= MostFailures) break;
        }

        run.Ended(failures.Count);
        if (report.Tickets > 0) logger.Evaluated(report.Tickets, report.StepsFired);
        return failures.Count == 0 ? report : throw new AggregateException(failures.Values);
    }

    /// <summary>
    /// Queue first, then record: a crash between tells the same again, and the notifier's claims drop it. Whoever has written a ticket
    /// meanwhile may have changed what is to come; what was told by then is recorded all the same.
    /// </summary>
    private async Task<EvaluationReport> EvaluateAsync(
        List<DueTicket> due, AgreementBook book, Instant now, Mailboxes mailboxes, Dictionary<DueTicket, Exception> failures,
        CancellationToken cancellationToken)
    {
        var report = EvaluationReport.Nothing;
        var open = due.ConvertAll(entry => (Entry: entry, Told: FiredTicket.Nothing));
        while (open.Count > 0)
        {
            var evaluated = await AtOnce.SelectAsync(open, one => TryAsync(
                one.Entry, failures, () => _tickets.EvaluateAsync(one.Entry, one.Told, book, now, mailboxes, cancellationToken)));
            var looks = evaluated.OfType<TicketLook>().ToList();

            var ready = mailboxes.Ready(looks.SelectMany(look => look.Tellings));
            var along = mailboxes.WaitingFor(ready).Except(open.Select(one => one.Entry.TicketId), StringComparer.Ordinal).ToList();
            var takenAlong = await AtOnce.SelectAsync(along, ticketId => TryAsync(
                new DueTicket(ticketId, now), failures, () => _tickets.TakeAlongAsync(ticketId, book, now, mailboxes, cancellationToken)));
            looks.AddRange(takenAlong.OfType<TicketLook>());

            var tellings = looks.SelectMany(look => look.Tellings).ToLookup(telling => ready.Contains(telling.Addressee.Address));
            List<OutgoingMessage> mails =
            [
                .. MailOrders.Group(tellings[true], now),
                .. looks.Select(look => look.Survey).OfType<MailOrder>().Select(MailOrders.Message),
            ];
            await unqueued.RecordAsync(await queue.SendAsync(mails, cancellationToken), cancellationToken);

            mailboxes.Mail(ready);
            await mailboxes.KeepWaitingAsync(tellings[false], cancellationToken);
            var firings = looks.ConvertAll(look => look.Fire(ready));
            var committed = await AtOnce.SelectAsync(firings, firing => TryAsync(
                firing.Entry, failures, async () => (bool?)await store.CommitAsync(firing.Commit, cancellationToken)));
            open = [];
            foreach (var (firing, isCommitted) in firings.Zip(committed))
            {
                if (isCommitted == false) open.Add((firing.Entry, firing));
                if (isCommitted == true) report += Record(firing);
            }
        }

        await mailboxes.KeepMailedAsync(cancellationToken);
        return report;
    }

    private EvaluationReport Record(FiredTicket firing)
    {
        metrics.Fired(firing.Steps.Count);
        foreach (var step in firing.Steps) logger.StepFired(firing.Entry.TicketId, step.Id.ToString(), step.At);
        foreach (var step in firing.Waiting) logger.StepWaits(firing.Entry.TicketId, step.Step.ToString(), step.Until);
        foreach (var allClear in firing.AllClears) logger.AllClearGiven(firing.Entry.TicketId, allClear.Id.ToString());
        return new EvaluationReport(1, firing.Steps.Count);
    }

    /// <summary>One ticket that cannot be evaluated, for a mistake of ours, must not keep all others from being told of.</summary>
    private async Task<T?> TryAsync<T>(DueTicket entry, Dictionary<DueTicket, Exception> failures, Func<Task<T?>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is not (UnavailableException or OperationCanceledException))
        {
            lock (failures) failures[entry] = e; // others are under way
            logger.EvaluationFailed(e, entry.TicketId);
            return default;
        }
    }
}
