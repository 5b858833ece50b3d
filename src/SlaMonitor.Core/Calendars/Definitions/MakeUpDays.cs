namespace SlaMonitor.Core.Calendars.Definitions;

/// <summary>What the make-up days of a holiday list do to the calendar.</summary>
public enum MakeUpDays
{
    /// <summary>They change nothing: the week decides, and it is closed on most weekends.</summary>
    Closed,

    /// <summary>They are worked, with the hours of the week's first open weekday (Monday, if Monday is open).</summary>
    Open,
}
