namespace SlaMonitor.Agreements.Calendars;

/// <summary>What the observances of a holiday file do to the calendar: days that are marked, but not off, such as Mother's Day.</summary>
internal enum Observances
{
    /// <summary>They change nothing: the week decides.</summary>
    Open,

    /// <summary>They close the calendar, as the days off do.</summary>
    Closed,
}
