using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>One event of a calendar: a shift or a day off, a series of them, or another date for one of a series.</summary>
/// <param name="Block">Its lines.</param>
/// <param name="Event">The event as it was read. It has a start, and its zones are known.</param>
internal sealed record FeedEntry(EventBlock Block, CalendarEvent Event)
{
    /// <summary>Where it begins in the file.</summary>
    public Place Place => Block.Place;

    public CalDateTime Start => Event.DtStart!;

    /// <summary>Whether it is called off. One of a series is then missing from it.</summary>
    public bool IsCancelled => Block.IsCancelled;

    /// <summary>Which of a series it stands for, or <c>null</c>.</summary>
    public CalDateTime? Replaces => Event.RecurrenceIdentifier?.StartTime;
}
