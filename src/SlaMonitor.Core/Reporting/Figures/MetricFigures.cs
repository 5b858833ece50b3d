namespace SlaMonitor.Core.Reporting.Figures;

/// <summary>The promises of all targets of one metric.</summary>
/// <param name="Metric">The metric, as the agreement writes it.</param>
/// <param name="Promises">The promises.</param>
public sealed record MetricFigures(string Metric, PromiseCounts Promises);
