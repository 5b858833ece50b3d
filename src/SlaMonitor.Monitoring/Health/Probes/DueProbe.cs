using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Health.Watching;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>
/// By how much the oldest due ticket is overdue: whatever the evaluation says of itself, this is what it has not done. What has come since
/// the last good evaluation, as old news does, waits for the next.
/// </summary>
internal sealed class DueProbe(ITicketStore store, EvaluationNotes notes, IOptions<HealthOptions> options, IClock clock) : IHealthProbe
{
    /// <summary>What waited for an evaluation at the last look, and the one that had ended by then.</summary>
    private (DueTicket Entry, Instant? Ended)? _waiting;

    public string Name => "due";

    public bool IsVital => true;

    public async Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await store.ReadDueAsync(now, 1, cancellationToken) is not [var oldest, ..]) return ProbeResult.Ok;

        var overdue = now - oldest.Due;
        var result = overdue > Duration.FromTimeSpan(options.Value.OverdueBy) && !await WaitsForTheNextAsync(oldest, cancellationToken)
            ? ProbeResult.Unhealthy(
                $"Ticket {oldest.TicketId} should have been looked at {InWords.Of(overdue)} ago, at {oldest.Due}: "
                + "deadlines are not looked at.")
            : ProbeResult.Ok;
        return result with { Show = view => view with { OldestDue = oldest.Due } };
    }

    private async Task<bool> WaitsForTheNextAsync(DueTicket oldest, CancellationToken cancellationToken)
    {
        var last = await notes.FindAsync(cancellationToken);
        var ended = last?.Ended.Outcome == "ok" ? last.Value.Ended.At : (Instant?)null;
        if (last is ({ Outcome: not ("ok" or "awaited") }, _)
            || last?.Ago > Duration.FromTimeSpan(options.Value.EvaluationWithin)
            || (_waiting is { } before && before.Entry == oldest && before.Ended != ended))
        {
            return false;
        }

        _waiting = (oldest, ended);
        return true;
    }
}
