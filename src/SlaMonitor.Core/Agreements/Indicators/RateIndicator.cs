namespace SlaMonitor.Core.Agreements.Indicators;

/// <summary>A share that must be reached over a period.</summary>
/// <param name="AtLeastPercent">The least share in percent, 0 to 100.</param>
/// <param name="Per">What it is counted over.</param>
public sealed record RateIndicator(decimal AtLeastPercent, ReportPeriod Per);
