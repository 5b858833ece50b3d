using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Health.Failures;
using SlaMonitor.Monitoring.Health.Findings;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>Whether the mails about the agreements' own dates can be put together. An old failure is over: each evaluation tries.</summary>
internal sealed class DateMailProbe(MailFailures failures, TimeProvider time) : IHealthProbe
{
    /// <summary>After how long without another one a failure is over.</summary>
    internal static readonly Duration Fresh = Duration.FromHours(1);

    public string Name => "dateMails";

    public bool IsVital => false;

    public async Task<ProbeResult> LookAsync(CancellationToken cancellationToken) =>
        await failures.FindAsync(MailFailures.OfDates, cancellationToken) is var (reason, at) && at > time.GetCurrentInstant() - Fresh
            ? ProbeResult.Degraded(
                $"The mails about the agreements' dates could not be put together at {at}: {reason} See the log (DateMailFailed).")
            : ProbeResult.Ok;
}
