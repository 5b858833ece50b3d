using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>An on-call calendar as it was last read without a mistake.</summary>
/// <param name="Text">The iCalendar text.</param>
/// <param name="ETag">The server's name for this state of it, where it has one.</param>
/// <param name="ReadAt">When it was read.</param>
public sealed record FeedCopy(string Text, string? ETag, Instant ReadAt);
