namespace SlaMonitor.Core.Clocks;

/// <summary>Where a clock stands at an instant.</summary>
public enum ClockState
{
    /// <summary>It counts, and is not due yet.</summary>
    Running,

    /// <summary>A pausing status holds it, and it was not due before.</summary>
    Paused,

    /// <summary>The promise was kept at or before the due time.</summary>
    Met,

    /// <summary>The due time has passed without the promise being kept, whether or not it was kept later.</summary>
    Breached,

    /// <summary>The ticket went away before the promise was kept or broken.</summary>
    Cancelled,
}
