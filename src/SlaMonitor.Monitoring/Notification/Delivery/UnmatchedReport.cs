using NodaTime;

namespace SlaMonitor.Monitoring.Notification.Delivery;

/// <summary>That a mail did not arrive, and nobody knows which.</summary>
/// <param name="Address">Whom it was for.</param>
/// <param name="At">When the monitor was told, in real time.</param>
public sealed record UnmatchedReport(string Address, Instant At);
