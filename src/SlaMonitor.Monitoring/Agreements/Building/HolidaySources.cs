using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Monitoring.Agreements.Building;

/// <summary>Where holidays come from.</summary>
/// <param name="Lists">The lists that are built in, by name.</param>
/// <param name="Ical">Reads an iCalendar file that an agreement names: given the agreement's file and the path in it, the list or what is wrong.</param>
internal sealed record HolidaySources(IReadOnlyDictionary<string, HolidayList> Lists, Func<string, string, (HolidayList? List, string? Trouble)> Ical);
