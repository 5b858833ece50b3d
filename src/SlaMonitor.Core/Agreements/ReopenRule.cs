namespace SlaMonitor.Core.Agreements;

/// <summary>What becomes of the resolution clock when a resolved ticket comes back.</summary>
public enum ReopenRule
{
    /// <summary>The same clock goes on; the time between resolution and reopening does not count.</summary>
    Continue,

    /// <summary>A new cycle begins at the reopening with the whole budget; the earlier cycle keeps its outcome.</summary>
    Restart,

    /// <summary>The first outcome stands; a reopening starts nothing.</summary>
    KeepOutcome,
}
