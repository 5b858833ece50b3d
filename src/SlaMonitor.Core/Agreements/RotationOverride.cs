using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>
/// Somebody stands in: during this stretch it is their turn, whoever's it would be. Of two that overlap, the later in the file counts.
/// </summary>
/// <param name="Span">From (inclusive) to (exclusive).</param>
/// <param name="Member">The address of who stands in; need not be a member of the rotation.</param>
public sealed record RotationOverride(Interval Span, string Member)
{
    /// <summary>Who changed the rotation so while the monitor runs; <c>null</c> where the agreement itself says it.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>When they did.</summary>
    public Instant? ChangedAt { get; init; }
}
