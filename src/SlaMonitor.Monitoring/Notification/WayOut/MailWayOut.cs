using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Notification.WayOut;

/// <summary>The way out of mails.</summary>
public sealed class MailWayOut(MailReadiness readiness, TimeProvider time, ILogger<MailWayOut> logger)
    : Gate("mail", () => readiness.Obstacle, time, logger);
