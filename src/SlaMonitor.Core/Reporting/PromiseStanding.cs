namespace SlaMonitor.Core.Reporting;

/// <summary>What somebody who looks through the open promises asks for.</summary>
public enum PromiseStanding
{
    /// <summary>Its clock counts, or waits for its calendar to open, and it can still be kept.</summary>
    Running,

    /// <summary>It can still be kept, and has used most of its budget.</summary>
    AtRisk,

    /// <summary>It is broken, and still owed.</summary>
    Breached,

    /// <summary>A status holds it, and it can still be kept.</summary>
    Paused,

    /// <summary>Its due time lies beyond the last announced holidays, and may move.</summary>
    Provisional,
}
