namespace SlaMonitor.Mails.Timelines;

/// <summary>Whether and why a stretch of a clock's life counts.</summary>
public enum TimelineKind
{
    /// <summary>The calendar was closed.</summary>
    Closed,

    /// <summary>Open time that was counted.</summary>
    Counted,

    /// <summary>A status held the clock.</summary>
    Held,

    /// <summary>Excluded by agreement.</summary>
    Excluded,

    /// <summary>The clock had ended.</summary>
    After,

    /// <summary>Open time that is still to come before the promise is due.</summary>
    ToCome,
}
