using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>One event of a calendar: a shift, a series of shifts, or another date for one of a series.</summary>
/// <param name="Place">Where it begins in the file.</param>
/// <param name="Event">The event as it was read. It has a start, and its zones are known.</param>
internal sealed record FeedEntry(Place Place, CalendarEvent Event)
{
    public CalDateTime Start => Event.DtStart!;

    /// <summary>Whether it is called off. One of a series is then missing from it.</summary>
    public bool IsCancelled => string.Equals(Event.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase);

    /// <summary>Which of a series it stands for, or <c>null</c>.</summary>
    public CalDateTime? Replaces => Event.RecurrenceIdentifier?.StartTime;
}
