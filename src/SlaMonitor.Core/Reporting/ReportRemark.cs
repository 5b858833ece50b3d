namespace SlaMonitor.Core.Reporting;

/// <summary>What a reader has to know before they rely on the figures of a report.</summary>
public enum ReportRemark
{
    /// <summary>What is counted is still being filed, as after an update or a change of agreements: figures may lack some of it.</summary>
    BeingFiled,

    /// <summary>The report was due when the monitor was away, and comes when it is back.</summary>
    ComesLate,
}
