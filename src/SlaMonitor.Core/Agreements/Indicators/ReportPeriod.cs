namespace SlaMonitor.Core.Agreements.Indicators;

/// <summary>A stretch of the calendar that something is counted over, in the agreement's zone.</summary>
public enum ReportPeriod
{
    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three months from January, April, July or October.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}
