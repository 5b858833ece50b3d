using NodaTime;

namespace SlaMonitor.Monitoring.Replaying;

/// <summary>A mail that somebody would have got.</summary>
/// <param name="At">When it would have been sent: at a full minute, when the monitor looks.</param>
/// <param name="Recipient">The address.</param>
/// <param name="Items">What it tells; at least one.</param>
public sealed record PlayedMail(Instant At, string Recipient, IReadOnlyList<PlayedItem> Items);
