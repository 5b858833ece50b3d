using System.Collections.Concurrent;
using System.Diagnostics;
using SlaMonitor.Monitoring.Observability;

namespace SlaMonitor.Monitoring.Tests.Observability;

/// <summary>Keeps every span of the monitor's that ends while it lives. Other tests' are among them: ask for one trace.</summary>
internal sealed class Recording : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public Recording()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Of(ActivityTraceId trace) =>
        [.. _ended.Where(span => span.TraceId == trace).OrderBy(span => span.StartTimeUtc)];

    public void Dispose() => _listener.Dispose();
}
