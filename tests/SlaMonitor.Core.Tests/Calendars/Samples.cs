using System.Globalization;
using NodaTime.Text;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Core.Tests.Calendars;

/// <summary>Calendars and instants as short as tests want to write them.</summary>
internal static class Samples
{
    public static CalendarDefinition Definition(string zone, params (string Days, string Hours)[] week) => new()
    {
        Id = "test",
        TimeZone = zone,
        Week = week.SelectMany(entry => DaysOf(entry.Days).Select(day => (day, entry.Hours)))
            .ToDictionary(entry => entry.day, entry => Hours(entry.Hours)),
    };

    public static BusinessCalendar Calendar(string zone, params (string Days, string Hours)[] week) =>
        BusinessCalendar.Compile(Definition(zone, week));

    public static BusinessCalendar Office(string zone = "Europe/Berlin") => Calendar(zone, ("mon-fri", "09:00-18:00"));

    public static IReadOnlyList<OpenHours> Hours(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(OpenHours.Parse)];

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    /// <summary>An instant with its offset: <c>2026-03-29 03:00 +02:00</c>.</summary>
    public static Instant At(string text) =>
        Instant.FromDateTimeOffset(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    private static IEnumerable<IsoDayOfWeek> DaysOf(string text)
    {
        string[] names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        var ends = text.Split('-');
        var (first, last) = (Array.IndexOf(names, ends[0]), Array.IndexOf(names, ends[^1]));
        return Enumerable.Range(first, last - first + 1).Select(day => (IsoDayOfWeek)(day + 1));
    }
}
