namespace SlaMonitor.Core.Reporting.Outcomes;

/// <summary>How a ticket ended without being resolved.</summary>
public enum GivenUp
{
    /// <summary>It did not.</summary>
    No,

    /// <summary>It was merged away or deleted.</summary>
    Gone,

    /// <summary>It was closed, and nobody had said that it was resolved.</summary>
    Closed,
}
