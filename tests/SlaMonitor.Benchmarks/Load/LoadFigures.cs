namespace SlaMonitor.Benchmarks.Load;

/// <summary>What one server did under one load.</summary>
/// <param name="PerSecond">Answered requests a second.</param>
/// <param name="Median">Half of the answers came within so many milliseconds.</param>
/// <param name="P99">99 of 100 came within so many milliseconds.</param>
/// <param name="Bytes">Allocated for each request.</param>
/// <param name="Processor">Processor time for each request, in milliseconds.</param>
internal sealed record LoadFigures(double PerSecond, double Median, double P99, double Bytes, double Processor);
