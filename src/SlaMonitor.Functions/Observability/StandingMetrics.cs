using SlaMonitor.Core.Reporting;
using SlaMonitor.Monitoring.Board;
using SlaMonitor.Monitoring.Health;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Functions.Observability;

/// <summary>
/// How things stand when they are asked for: the open promises, as the board has read them, and the health. Neither is looked at more often
/// for it than for the board and for whoever asks for the health.
/// </summary>
internal sealed class StandingMetrics(OpenPromises promises, MonitorHealth health)
{
    private const string Promises = "slamonitor_open_promises";
    private const string Queue = "slamonitor_queue_messages";
    private const string Health = "slamonitor_health_status";

    /// <summary>Of these a promise stands in exactly one.</summary>
    private static readonly PromiseStanding[] Standings = [PromiseStanding.Running, PromiseStanding.Paused, PromiseStanding.Breached];

    public async Task WriteAsync(PrometheusText text, CancellationToken cancellationToken)
    {
        await WritePromisesAsync(text, cancellationToken);
        var view = await health.LookAsync(cancellationToken);
        text.Begin(Health, isCounter: false, "How each thing that the health looks at is: 0 healthy, 1 degraded, 2 unhealthy.");
        foreach (var (check, status) in view.Checks.OrderBy(check => check.Key, StringComparer.Ordinal))
            text.Add(Health, [new("check", check)], (int)status);
        text.Gauge("slamonitor_health_worst", "The worst of all checks: 0 healthy, 1 degraded, 2 unhealthy.", (int)view.Status);
        WriteQueue(text, view.Queue);
    }

    private static void WriteQueue(PrometheusText text, QueueDepth? queue)
    {
        text.Begin(Queue, isCounter: false, "Messages of the notification queue, by whether they wait or were given up.");
        if (queue is null) return;

        text.Add(Queue, [new("state", "waiting")], queue.Waiting);
        text.Add(Queue, [new("state", "deadLettered")], queue.DeadLettered);
    }

    private async Task WritePromisesAsync(PrometheusText text, CancellationToken cancellationToken)
    {
        text.Begin(
            Promises, isCounter: false,
            $"Open promises by agreement, target and state, and those at risk beside; of the first {OpenPromises.Most} that are due.");
        try
        {
            var open = await promises.LookAsync(cancellationToken);
            var groups = open.Promises.GroupBy(promise => (promise.Outcome.AgreementId, promise.Outcome.TargetId))
                .OrderBy(group => group.Key);
            foreach (var group in groups)
            {
                foreach (var standing in Standings.Append(PromiseStanding.AtRisk))
                {
                    text.Add(
                        Promises,
                        [
                            new("agreement", group.Key.AgreementId), new("target", group.Key.TargetId),
                            new("state", StoredName.Of(standing)),
                        ],
                        group.Count(promise => PromiseFilter.Is(promise, standing)));
                }
            }

            text.Gauge("slamonitor_open_promises_all", "Whether these are all that are open: 1, or 0.", open.IsWhole ? 1 : 0);
        }
        catch (UnavailableException)
        {
            // The health says that the store is away; a number that is not known is not said.
        }
    }
}
