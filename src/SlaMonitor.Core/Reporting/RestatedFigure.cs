namespace SlaMonitor.Core.Reporting;

/// <summary>A figure that late news changed.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Of">The target, or the fee period, where the kind has one for each; else <c>null</c>.</param>
/// <param name="Before">What was sent; <c>null</c> where there was nothing to measure.</param>
/// <param name="After">What it is now.</param>
public sealed record RestatedFigure(RestatedKind Kind, string? Of, decimal? Before, decimal? After);
