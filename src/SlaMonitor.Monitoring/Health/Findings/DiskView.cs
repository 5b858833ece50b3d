namespace SlaMonitor.Monitoring.Health.Findings;

/// <summary>The disk that the data folder is on.</summary>
/// <param name="FreeBytes">How much of it can be written.</param>
/// <param name="TotalBytes">How large it is.</param>
public sealed record DiskView(long FreeBytes, long TotalBytes);
