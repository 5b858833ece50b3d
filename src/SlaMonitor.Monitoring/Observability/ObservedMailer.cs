using System.Diagnostics;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Observability;

/// <summary>The mailer as the notifier sees it: each mail is a span, and counted.</summary>
public sealed class ObservedMailer(IMailer mailer, MonitorMetrics metrics)
{
    /// <inheritdoc cref="IMailer.SendAsync" />
    public async Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        using var span = Telemetry.Source.StartActivity(Telemetry.SendSpan, ActivityKind.Client);
        var outcome = await mailer.SendAsync(mail, cancellationToken);
        metrics.Offered(outcome);
        if (outcome is not SendOutcome.Accepted) span?.SetStatus(ActivityStatusCode.Error, outcome.GetType().Name);
        return outcome;
    }
}
