namespace SlaMonitor.Core.Comparing;

/// <summary>Why a promise came to something else under other terms.</summary>
public enum ChangeReason
{
    /// <summary>No agreement governs the ticket there.</summary>
    NotGoverned,

    /// <summary>Nothing of the kind is promised there for the ticket.</summary>
    NotPromised,

    /// <summary>Another target applies.</summary>
    Target,

    /// <summary>The budget is another.</summary>
    Budget,

    /// <summary>A due time that was agreed for the ticket counts there, and not here, or the other way round.</summary>
    AgreedDue,

    /// <summary>It began at another time.</summary>
    Start,

    /// <summary>It ended at another time.</summary>
    End,

    /// <summary>The calendar was open for longer, or shorter.</summary>
    Hours,

    /// <summary>The agreed exclusions took another amount of time.</summary>
    Exclusions,

    /// <summary>What stops the clock took another amount of time.</summary>
    Pauses,
}
