using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Benchmarks.Calendars;

/// <summary>Calendars with one window a day, with a lunch break, and with a window in every half hour or every five minutes.</summary>
internal static class SampleCalendars
{
    public static Instant FirstDay { get; } = Instant.FromUtc(2020, 1, 1, 0, 0);

    public static CalendarDefinition Definition(int windowsADay, string zone = "Europe/Berlin")
    {
        IReadOnlyList<OpenHours> hours = windowsADay switch
        {
            1 => [OpenHours.Parse("09:00-18:00")],
            2 => [OpenHours.Parse("09:00-12:30"), OpenHours.Parse("13:30-18:00")],
            _ => [.. Enumerable.Range(0, windowsADay).Select(i => Window(i * 86_400 / windowsADay, 43_200 / windowsADay))],
        };
        var lastDay = windowsADay > 2 ? IsoDayOfWeek.Sunday : IsoDayOfWeek.Friday;
        return new CalendarDefinition
        {
            Id = $"{windowsADay} a day",
            TimeZone = zone,
            Week = Enumerable.Range(1, (int)lastDay).ToDictionary(day => (IsoDayOfWeek)day, _ => hours),
            Holidays = [new HolidayRule(new HolidayList { Name = "ten a year", DaysOff = [.. Holidays()] })],
        };
    }

    private static OpenHours Window(int start, int length) =>
        OpenHours.Between(LocalTime.FromSecondsSinceMidnight(start), LocalTime.FromSecondsSinceMidnight(start + length));

    private static IEnumerable<Holiday> Holidays() =>
        from year in Enumerable.Range(2020, 15)
        from date in new AnnualDate[]
        {
            new(1, 1), new(4, 4), new(5, 1), new(5, 2), new(6, 19), new(10, 1), new(10, 2), new(10, 3), new(12, 25), new(12, 26),
        }
        select new Holiday(date.InYear(year), "holiday");
}
