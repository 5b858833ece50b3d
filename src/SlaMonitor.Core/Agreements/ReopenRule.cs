namespace SlaMonitor.Core.Agreements;

/// <summary>
/// What becomes of a clock that the resolution ended when the ticket comes back: the resolution, or a first response that nobody gave.
/// </summary>
public enum ReopenRule
{
    /// <summary>The same clock goes on; the time between resolution and reopening does not count.</summary>
    Continue,

    /// <summary>A new cycle begins at the reopening with the whole budget; the earlier cycle keeps its outcome.</summary>
    Restart,

    /// <summary>The first outcome stands; a reopening starts nothing.</summary>
    KeepOutcome,
}
