using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Monitoring.Agreements.Building;

/// <summary>Where holidays come from.</summary>
/// <param name="Lists">The lists that are built in, by name.</param>
/// <param name="Ical">Reads an iCalendar file that an agreement names: given the agreement's file and the path in it, the list or what is wrong.</param>
internal sealed record HolidaySources(IReadOnlyDictionary<string, HolidayList> Lists, Func<string, string, (HolidayList? List, string? Trouble)> Ical)
{
    /// <summary>The lists that come with the monitor, and the files of the machine.</summary>
    public static HolidaySources Default { get; } = new(
        new Dictionary<string, HolidayList>(StringComparer.Ordinal),
        (_, _) => (null, "iCalendar files are not read yet"));
}
