using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>What became of a claimed notification.</summary>
/// <param name="State">
/// <see cref="NotificationState.Sent"/>, <see cref="NotificationState.Failed"/> or <see cref="NotificationState.Undelivered"/>.
/// </param>
/// <param name="At">When.</param>
/// <param name="Detail">The mail system's own words: its message id, or the reason of the refusal.</param>
public sealed record NotificationResult(NotificationState State, Instant At, string? Detail);
