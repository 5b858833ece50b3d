namespace SlaMonitor.Monitoring.Ports;

/// <summary>What became of a page of traces.</summary>
/// <param name="Count">How many of them named the person, and do not any more.</param>
/// <param name="Next">What the next page comes after; <c>null</c> where there is no other.</param>
public sealed record ErasedTraces(int Count, string? Next);
