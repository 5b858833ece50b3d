using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>What one process of the monitor lets all others know.</summary>
/// <param name="Name">What it is about: one line, at most 200 characters.</param>
/// <param name="Text">What there is to know; JSON, at most 16 KiB.</param>
/// <param name="At">When it was written, in real time.</param>
public sealed record MonitorNote(string Name, string Text, Instant At)
{
    /// <summary>How long a text may be, in characters.</summary>
    public const int LongestText = 16 * 1024;

    /// <summary>By how much the clocks of two machines may differ.</summary>
    public static readonly Duration Skew = Duration.FromMinutes(5);

    /// <summary>
    /// Whether it was written by a clock that has been set back since. How old such a note is nobody knows, and it may not pass for recent.
    /// </summary>
    /// <param name="now">The present, in real time.</param>
    public bool IsAheadOf(Instant now) => At > now + Skew;
}
