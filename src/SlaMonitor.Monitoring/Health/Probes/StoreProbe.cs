using NodaTime.Extensions;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>Whether the store can be written: a note of one row, which is replaced each time.</summary>
internal sealed class StoreProbe(IMonitorNotes notes, TimeProvider time) : IHealthProbe
{
    private const string Note = "probe";

    public string Name => "store";

    public bool IsVital => true;

    public async Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        await notes.KeepAsync(new MonitorNote(Note, "{}", time.GetCurrentInstant()), cancellationToken);
        return ProbeResult.Ok;
    }
}
