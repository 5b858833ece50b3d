namespace SlaMonitor.Mails.Reports;

/// <summary>What a figure of a report counts.</summary>
public enum FigureSubject
{
    /// <summary>Promises that were kept or broken.</summary>
    Decided,

    /// <summary>Promises that were kept.</summary>
    Met,

    /// <summary>Promises that were broken.</summary>
    Breached,

    /// <summary>Promises that lapsed.</summary>
    Cancelled,

    /// <summary>Promises that are open.</summary>
    Open,

    /// <summary>Open promises that are at risk.</summary>
    AtRisk,

    /// <summary>Tickets that were resolved.</summary>
    Resolved,

    /// <summary>Tickets that were given up.</summary>
    GivenUp,

    /// <summary>Tickets that came back.</summary>
    Reopened,

    /// <summary>Tickets that were rated.</summary>
    Rated,
}
