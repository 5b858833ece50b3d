using NodaTime;

namespace SlaMonitor.Core.Calendars;

/// <summary>
/// A question that a calendar cannot answer: about an instant outside 1950 to 2119, or for more open time than there is before that end,
/// for instance because nothing opens any more.
/// </summary>
#pragma warning disable CA1032 // without calendar and instant this exception would say nothing
public sealed class CalendarRangeException : ArgumentOutOfRangeException
#pragma warning restore CA1032
{
    internal CalendarRangeException(string parameter, string calendarId, Instant at, string message)
        : base(parameter, $"Calendar '{calendarId}': {message}")
    {
        CalendarId = calendarId;
        At = at;
    }

    /// <summary>The calendar that was asked.</summary>
    public string CalendarId { get; }

    /// <summary>The instant that it was asked about.</summary>
    public Instant At { get; }
}
