namespace SlaMonitor.Benchmarks.Load;

/// <summary>What the ceiling answers.</summary>
internal sealed record CeilingReceipt(int Stored);
