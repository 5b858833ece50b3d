using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Calendars;

/// <summary>Reads holidays from an iCalendar file (<c>.ics</c>), as countries, companies and calendar programs publish them.</summary>
/// <remarks>
/// Whole-day entries are days off, all of them counted as named by the law because the format cannot say; entries that mark a
/// worked day become make-up days, which open the calendar where its rule says so. Entries may last several days and recur.
/// Cancelled ones do not count.
/// </remarks>
internal static class HolidayFile
{
    private static readonly LocalDate End = new(2120, 1, 1);

    /// <summary>Reads a list.</summary>
    /// <param name="name">What agreements call it.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>
    /// The list. It covers the years that its entries without endless recurrence lie in, so that an answer in a year for which nothing is
    /// listed yet is provisional; when every entry recurs without end, it does not say how far it reaches.
    /// </returns>
    /// <exception cref="HolidayFileException">
    /// It is no iCalendar file, holds no whole-day entries, or entries for a part of a day.
    /// </exception>
    public static HolidayList Read(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var entries = Load(name, text)
            .Where(entry => !string.Equals(entry.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase))
            .ToList();
        var problems = entries.Where(entry => !IsWholeDays(entry))
            .Select(entry =>
                $"'{entry.Summary}' at {entry.Start}: covers a part of a day; "
                + "list whole days, and write short days as overrides of the calendar.")
            .ToList();
        if (entries.Count == 0)
            problems.Add("there are no entries in it.");
        if (problems.Count > 0)
            throw new HolidayFileException(name, problems);

        var days = entries.SelectMany(DaysOf).ToList();
        var worked = days.Where(day => day.Worked).ToLookup(day => day.Date, day => day.Name);
        var off = days.Where(day => !day.Worked && !worked.Contains(day.Date)).ToLookup(day => day.Date, day => day.Name);
        var listed = days.Where(day => !day.Endless).Select(day => day.Date).ToList();
        return new HolidayList
        {
            Name = name,
            DaysOff = [.. off.OrderBy(day => day.Key).Select(day => new Holiday(day.Key, Join(day)))],
            MakeUpDays = [.. worked.OrderBy(day => day.Key).Select(day => new MakeUpDay(day.Key, Join(day)))],
            CoveredFrom = listed.Count == 0 ? null : new LocalDate(listed.Min().Year, 1, 1),
            CoveredTo = listed.Count == 0 ? null : new LocalDate(listed.Max().Year, 12, 31),
        };
    }

    private static string Join(IEnumerable<string> names) => string.Join(" / ", names.Distinct(StringComparer.Ordinal));

    private static List<CalendarEvent> Load(string name, string text)
    {
        try
        {
            return [.. Ical.Net.CalendarCollection.Load(text).SelectMany(calendar => calendar.Events)];
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new HolidayFileException(name, [$"it is not an iCalendar file: {error.Message}"], error);
        }
    }

    /// <summary>Some programs write a whole day as midnight to midnight.</summary>
    private static bool IsWholeDays(CalendarEvent entry) =>
        entry.Start is { } start && (!start.HasTime || (IsMidnight(start) && entry.End is { } end && IsMidnight(end)));

    private static bool IsMidnight(CalDateTime time) => time.Value.TimeOfDay == TimeSpan.Zero;

    private static IEnumerable<(LocalDate Date, string Name, bool Worked, bool Endless)> DaysOf(CalendarEvent entry)
    {
        var worked = WorkedDay.Marks(entry);
        var endless = entry.RecurrenceRule is { Until: null, Count: null };
        foreach (var occurrence in entry.GetOccurrences())
        {
            var first = DateOf(occurrence.Period.StartTime);
            if (first >= End)
                yield break;
            var last = occurrence.Period.EffectiveEndTime is { } end && DateOf(end) > first ? DateOf(end).PlusDays(-1) : first;
            for (var date = first; date <= last; date = date.PlusDays(1))
                yield return (date, entry.Summary ?? "", worked, endless);
        }
    }

    private static LocalDate DateOf(CalDateTime time) => LocalDate.FromDateOnly(time.Date);
}
