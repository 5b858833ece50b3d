using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Health.Watching;
using SlaMonitor.Monitoring.Notification.WayOut;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>Whether mails leave, as the last tries have shown.</summary>
internal sealed class MailProbe(MailReadiness readiness, MailNotes notes) : IHealthProbe
{
    public string Name => "mails";

    public bool IsVital => true;

    public async Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        var mails = await notes.FindAsync(cancellationToken);
        return Judge(mails) with { Show = view => view with { Mails = mails } };
    }

    private ProbeResult Judge(MailsView mails)
    {
        if (readiness.Obstacle is { } obstacle) return ProbeResult.Unhealthy(obstacle);

        return mails.ClosedSince is { } since
            ? ProbeResult.Unhealthy($"No mail has left since {since}, and all mails wait: {mails.LastFailure}")
            : ProbeResult.Ok;
    }
}
