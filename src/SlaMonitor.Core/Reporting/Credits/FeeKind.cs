namespace SlaMonitor.Core.Reporting.Credits;

/// <summary>What is paid for.</summary>
public enum FeeKind
{
    /// <summary>The service itself.</summary>
    Basic,

    /// <summary>Emergencies, each.</summary>
    Emergencies,

    /// <summary>A service beyond the basic one.</summary>
    ValueAdded,
}
