namespace SlaMonitor.Monitoring.Ports;

/// <summary>A page of a shelf.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Next">What the next page comes after, in the store's own words; <c>null</c> where there is no other.</param>
public sealed record ShelfPage(IReadOnlyList<ShelfRow> Rows, string? Next);
