using SlaMonitor.Monitoring.Health.Daily;
using SlaMonitor.Monitoring.Health.Findings;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>Whether the operator's daily mail can be put together: who waits for it takes its silence for good news.</summary>
internal sealed class DailyMailProbe(DailyMails mails) : IHealthProbe
{
    public string Name => "dailyMail";

    public bool IsVital => false;

    public async Task<ProbeResult> LookAsync(CancellationToken cancellationToken) =>
        await mails.FindFailureAsync(cancellationToken) is var (reason, at)
            ? ProbeResult.Degraded(
                $"The operator's daily mail could not be put together at {at}, so that nobody is told of tickets without an agreement: "
                + $"{reason} See the log (DailyMailFailed).")
            : ProbeResult.Ok;
}
