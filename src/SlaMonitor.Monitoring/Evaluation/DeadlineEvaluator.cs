using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>
/// Fires the escalation steps that have come, each once. What a tick has missed the next one finds: everything due by now is looked at, never
/// "what is due in this minute". Its cost grows with what is due, not with what is open.
/// </summary>
public sealed class DeadlineEvaluator(
    ITicketStore store, IAgreementSource agreements, INotificationQueue queue, IClock clock, MonitorMetrics metrics, ILogger<DeadlineEvaluator> logger)
{
    private const int PageSize = 256;

    /// <summary>Looks at every ticket that is due.</summary>
    /// <exception cref="StoreUnavailableException">The store or the queue is away; the next tick finds what was left.</exception>
    /// <exception cref="AggregateException">Some tickets could not be evaluated. All others were; the next tick tries these again.</exception>
    public async Task<EvaluationReport> EvaluateAsync(CancellationToken cancellationToken)
    {
        using var span = Trace.Evaluating();
        using var run = new ObservedRun(metrics);
        var now = clock.GetCurrentInstant();
        var report = EvaluationReport.Nothing;
        var failures = new Dictionary<DueTicket, Exception>();
        while (true)
        {
            var due = await store.ReadDueAsync(now, PageSize, cancellationToken);
            run.Found(due.Count == 0 ? Duration.Zero : now - due[0].Due);
            var untried = due.Where(entry => !failures.ContainsKey(entry)).ToList();
            foreach (var entry in untried)
            {
                report += await TryEvaluateAsync(entry, now, failures, cancellationToken);
            }

            // What failed is due still: a page of nothing else would come again for ever.
            if (due.Count < PageSize || untried.Count == 0) break;
        }

        run.Ended(failures.Count);
        if (report.Tickets > 0) logger.Evaluated(report.Tickets, report.StepsFired);
        return failures.Count == 0 ? report : throw new AggregateException(failures.Values);
    }

    /// <summary>One ticket that cannot be evaluated, for a mistake of ours, must not keep all others from being told of.</summary>
    private async Task<EvaluationReport> TryEvaluateAsync(
        DueTicket entry, Instant now, Dictionary<DueTicket, Exception> failures, CancellationToken cancellationToken)
    {
        try
        {
            return await EvaluateAsync(entry, now, cancellationToken);
        }
        catch (Exception e) when (e is not (StoreUnavailableException or OperationCanceledException))
        {
            failures[entry] = e;
            logger.EvaluationFailed(e, entry.TicketId);
            return EvaluationReport.Nothing;
        }
    }

    private async Task<EvaluationReport> EvaluateAsync(DueTicket entry, Instant now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await store.LoadAsync(entry.TicketId, cancellationToken);
            if (stored?.State.NextLook != entry.Due)
            {
                await store.DropDueAsync(entry, cancellationToken);
                return EvaluationReport.Nothing;
            }

            var assessment = TicketAssessment.Of(stored.Events, stored.State.FiredSteps, agreements.Current, now);
            var firing = assessment?.Pending.Where(step => step.At < now).ToList() ?? [];

            // Queue first, then record: a crash between repeats the same message ids, and the notifier's claim drops the second.
            await queue.SendAsync([.. firing.SelectMany(step => Orders.For(step, now, Trace.OfFiring(step, stored.Events)))], cancellationToken);

            var fired = firing.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
            var state = stored.State with
            {
                FiredSteps = [.. stored.State.FiredSteps, .. firing.Select(step => step.Id)],
                NextLook = assessment?.Pending.FirstOrDefault(step => !fired.Contains(step.Id))?.At,
            };
            if (!await store.CommitAsync(new TicketCommit(entry.TicketId, [], state, stored.Tag), cancellationToken)) continue;

            metrics.Fired(firing.Count);
            foreach (var step in firing) logger.StepFired(entry.TicketId, step.Id, step.At);
            return new EvaluationReport(1, firing.Count);
        }
    }
}
