namespace SlaMonitor.Core.Clocks;

/// <summary>What a <see cref="Signal"/> means to a metric.</summary>
[Flags]
internal enum SignalEffects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The metric says that it begins a cycle.</summary>
    Starts = 1,

    /// <summary>The metric says that it ends a cycle.</summary>
    Stops = 2,

    /// <summary>The metric says that it ends a cycle and begins the next.</summary>
    Renews = 4,

    /// <summary>The ticket is settled, which ends every clock.</summary>
    Settles = 8,

    /// <summary>The ticket comes back.</summary>
    Returns = 16,

    /// <summary>The ticket comes back: what waited for that begins before anything else of the instant.</summary>
    Releases = 32,

    /// <summary>All that the metric itself names.</summary>
    OfTheRule = Starts | Stops | Renews,
}
