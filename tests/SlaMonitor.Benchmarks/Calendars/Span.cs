namespace SlaMonitor.Benchmarks.Calendars;

/// <summary>How far apart start and due are on the wall clock, in hours.</summary>
public enum Span
{
    /// <summary>An hour.</summary>
    Hour = 1,

    /// <summary>A day.</summary>
    Day = 24,

    /// <summary>Nine days.</summary>
    NineDays = 24 * 9,

    /// <summary>111 days.</summary>
    Days111 = 24 * 111,

    /// <summary>A year.</summary>
    Year = 24 * 365,
}
