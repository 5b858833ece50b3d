using NodaTime;

namespace SlaMonitor.Monitoring.Notification.WayOut;

/// <summary>Why no mail can be sent now.</summary>
/// <param name="Reason">In the words of the mail system, or of whoever found out.</param>
/// <param name="Since">Since when.</param>
/// <param name="Wait">How long to wait before it is worth another try.</param>
public sealed record Closure(string Reason, Instant Since, TimeSpan Wait);
