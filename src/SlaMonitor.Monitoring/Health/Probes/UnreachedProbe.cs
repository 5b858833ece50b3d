using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Notification.Delivery;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>Whether somebody was not told of which no dead letter is left: it is shown for a day, and then only counted.</summary>
internal sealed class UnreachedProbe(UnqueuedMails unqueued, UnmatchedReports unmatched, TimeProvider time) : IHealthProbe
{
    private static readonly Duration Shown = Duration.FromDays(1);

    public string Name => "unreached";

    public bool IsVital => false;

    public Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        var since = time.GetCurrentInstant() - Shown;
        var reasons = new List<string>();
        if (unqueued.LastAt > since)
            reasons.Add($"A mail was too large for the queue at {unqueued.LastAt}, and nobody was told: see the log (NotQueued).");
        if (unmatched.Last is { } last && last.At > since)
        {
            reasons.Add(
                $"The mail system told at {last.At} that a mail to {last.Address} did not arrive, and nobody knows which: "
                + "see to it that this person was told.");
        }

        return Task.FromResult(ProbeResult.DegradedWhere(reasons));
    }
}
