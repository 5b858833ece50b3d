namespace SlaMonitor.Monitoring.Agreements.Format;

/// <summary>A list. What could not be read is reported and left out.</summary>
internal sealed record Items<T>(IReadOnlyList<T> Values, Place Place);
