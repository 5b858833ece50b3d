using NodaTime;

namespace SlaMonitor.Monitoring.Notification.WayOut;

/// <summary>That no mail could be sent.</summary>
/// <param name="Reason">Why, in the words of the mail system.</param>
/// <param name="At">When that was seen last.</param>
public sealed record WayOutFailure(string Reason, Instant At);
