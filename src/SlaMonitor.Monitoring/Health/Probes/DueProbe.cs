using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>By how much the oldest due ticket is overdue: whatever the evaluation says of itself, this is what it has not done.</summary>
internal sealed class DueProbe(ITicketStore store, IOptions<HealthOptions> options, IClock clock) : IHealthProbe
{
    public string Name => "due";

    public bool IsVital => true;

    public async Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await store.ReadDueAsync(now, 1, cancellationToken) is not [var oldest, ..]) return ProbeResult.Ok;

        var overdue = now - oldest.Due;
        var result = overdue > Duration.FromTimeSpan(options.Value.OverdueBy)
            ? ProbeResult.Unhealthy(
                $"Ticket {oldest.TicketId} should have been looked at {InWords.Of(overdue)} ago, at {oldest.Due}: "
                + "deadlines are not looked at.")
            : ProbeResult.Ok;
        return result with { Show = view => view with { OldestDue = oldest.Due } };
    }
}
