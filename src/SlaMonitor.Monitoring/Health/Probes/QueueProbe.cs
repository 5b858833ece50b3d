using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>Whether notifications can be put on the queue, and how much lies there.</summary>
internal sealed class QueueProbe(INotificationQueue queue) : IHealthProbe
{
    public string Name => "queue";

    public bool IsVital => true;

    public async Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        await queue.ProbeAsync(cancellationToken);
        var depth = await queue.MeasureAsync(cancellationToken);
        return ProbeResult.Ok with { Show = view => view with { Queue = depth } };
    }
}
