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
}
