namespace SlaMonitor.Core.Calendars.Definitions;

/// <summary>Which days off of a holiday list close the calendar: how to read a contract's words "closed on statutory holidays".</summary>
public enum ClosedOn
{
    /// <summary>Every day off of the list, also those that a yearly notice moved or added.</summary>
    Notice,

    /// <summary>Only the days that the law names (<see cref="Holiday.Statutory"/>); the others follow the week.</summary>
    NamedDays,
}
