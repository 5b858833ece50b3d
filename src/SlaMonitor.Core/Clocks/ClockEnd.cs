namespace SlaMonitor.Core.Clocks;

/// <summary>What ended a clock.</summary>
public enum ClockEnd
{
    /// <summary>Nothing yet: it goes on.</summary>
    None,

    /// <summary>An agent replied publicly.</summary>
    Replied,

    /// <summary>The ticket was resolved or closed.</summary>
    Resolved,

    /// <summary>The ticket was merged away or deleted: the promise lapsed.</summary>
    Gone,

    /// <summary>What stops a metric of the agreement's own has happened.</summary>
    Stopped,
}
