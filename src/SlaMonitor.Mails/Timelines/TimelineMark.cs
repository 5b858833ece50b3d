using NodaTime;

namespace SlaMonitor.Mails.Timelines;

/// <summary>A point on the line.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
public readonly record struct TimelineMark(Instant At, TimelineMarkKind Kind);
