using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>A stretch in which one person is on call, or nobody is.</summary>
/// <param name="Span">From (inclusive) to (exclusive).</param>
/// <param name="Member">Their address; <c>null</c> where nobody is on call.</param>
public sealed record RotationShift(Interval Span, string? Member)
{
    /// <summary>By what they stand in; <c>null</c> where it is their own turn.</summary>
    public RotationOverride? StandsInBy { get; init; }

    /// <summary>Whose turn it would be: <c>null</c> where it is nobody's.</summary>
    public string? TurnOf { get; init; }
}
