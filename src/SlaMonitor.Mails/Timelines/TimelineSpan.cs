using NodaTime;

namespace SlaMonitor.Mails.Timelines;

/// <summary>A stretch of the line. Half-open.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="To">Its end.</param>
/// <param name="Kind">Whether and why it counts.</param>
public readonly record struct TimelineSpan(Instant From, Instant To, TimelineKind Kind);
