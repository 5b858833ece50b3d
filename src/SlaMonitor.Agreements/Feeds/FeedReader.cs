using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>
/// Reads an on-call calendar. Nothing is half read: with one event that cannot be understood there is none, because a shift that is left
/// out puts the wrong person on call. Whether the events name anybody is asked later, and an event that does not is no mistake.
/// </summary>
internal static class FeedReader
{
    /// <summary>The years in which shifts may be: what lies outside is a mistake, and no reckoning with zones is safe there.</summary>
    public const int FirstYear = 1970;
    public const int LastYear = 2200;

    private const int LongestDays = 3660;

    /// <summary>Reads a text.</summary>
    /// <param name="file">What errors call it.</param>
    /// <param name="text">The text; it may be anything.</param>
    /// <param name="until">Until when its series are going to be followed.</param>
    /// <param name="problems">Where mistakes are reported.</param>
    public static FeedCalendar? Read(string file, string text, Instant until, Problems problems)
    {
        var entries = EventBlocks.Of(file, text, problems).Select(block => Entry(block, problems)).OfType<FeedEntry>().ToArray();
        var effort = 0L;
        foreach (var entry in entries)
        {
            effort += RuleEffort.Of(entry.Event.RecurrenceRule, entry.Start, until);
            if (effort <= RuleEffort.Most) continue;

            problems.Error(
                entry.Place,
                "the series up to here recur more often than shifts do; give their rules a longer FREQ or INTERVAL, or a later DTSTART");
            break;
        }

        return problems.HasErrors ? null : new FeedCalendar(entries);
    }

    private static FeedEntry? Entry(EventBlock block, Problems problems)
    {
        CalendarEvent? read;
        try
        {
            read = CalendarCollection.Load($"BEGIN:VCALENDAR\r\n{block.Text}END:VCALENDAR\r\n").Single().Events.Single();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            problems.Error(block.Place, $"this event cannot be read: {Sentences.Shown(error.Message.Split('\n')[0])}");
            return null;
        }

        if (WhatIsWrong(read) is not { } trouble) return new FeedEntry(block.Place, read);
        problems.Error(block.Place, $"'{Sentences.Shown(read.Summary ?? string.Empty)}' {trouble}");
        return null;
    }

    private static string? WhatIsWrong(CalendarEvent read)
    {
        if (read.DtStart is not { } start) return "has no start, or one that cannot be read; write DTSTART, as in DTSTART:20260302T080000Z";
        if (Times(read).Select(time => time.TzId).OfType<string>().FirstOrDefault(id => FeedZone.Find(id) is null) is { } unknown)
            return $"is in a zone '{Sentences.Shown(unknown)}' that is not known; write an IANA id, as in TZID=Europe/Berlin";
        if (Times(read)
            .Where(time => time != read.RecurrenceRule?.Until)
            .FirstOrDefault(time => time.Year is < FirstYear or > LastYear) is { } far)
        {
            return $"has a date in the year {far.Year}; shifts lie between {FirstYear} and {LastYear}";
        }

        return WhatIsWrongWithItsLength(read, start) ?? WhatIsWrongWithItsSeries(read);
    }

    private static string? WhatIsWrongWithItsLength(CalendarEvent read, CalDateTime start)
    {
        if (read.DtEnd is null && IsGiven(read, "DTEND")) return "has an end that cannot be read; write it as the start is written";
        if (read.DtEnd is { } end && end.HasTime != start.HasTime)
            return "starts with a date and ends with a time, or the other way round; write both alike";
        if (read.DtEnd is { } last && string.Equals(last.TzId, start.TzId, StringComparison.Ordinal) && last.Value < start.Value)
            return "ends before it starts";
        return read.Duration is { } duration && !(duration.Sign >= 0 && IsShort(duration))
            ? $"lasts more than {LongestDays} days, or less than nothing"
            : null;
    }

    private static string? WhatIsWrongWithItsSeries(CalendarEvent read)
    {
        if (read.RecurrenceIdentifier is { Range: RecurrenceRange.ThisAndFuture })
            return "changes a series from one date on (RANGE=THISANDFUTURE), which is not understood; "
                + "end the series there and begin another";
        if (read.RecurrenceDates.GetAllPeriods().Any()) return "lists periods (RDATE;VALUE=PERIOD), which are not understood; list dates";
        return read.Properties.Count(property => string.Equals(property.Name, "RRULE", StringComparison.OrdinalIgnoreCase)) > 1
            ? "has more than one RRULE; write an event for each"
            : IsGiven(read, "EXRULE") ? "leaves dates out by a rule (EXRULE), which is not understood; list them, as EXDATE" : null;
    }

    private static bool IsGiven(CalendarEvent read, string property) =>
        read.Properties.Any(given => string.Equals(given.Name, property, StringComparison.OrdinalIgnoreCase));

    private static bool IsShort(Ical.Net.DataTypes.Duration duration) =>
        (7.0 * (duration.Weeks ?? 0)) + (duration.Days ?? 0) + ((duration.Hours ?? 0) / 24.0)
        + ((duration.Minutes ?? 0) / 1440.0) + ((duration.Seconds ?? 0) / 86400.0) <= LongestDays;

    private static IEnumerable<CalDateTime> Times(CalendarEvent read) =>
        new[] { read.DtStart, read.DtEnd, read.RecurrenceIdentifier?.StartTime, read.RecurrenceRule?.Until }.OfType<CalDateTime>()
            .Concat(read.ExceptionDates.GetAllDates())
            .Concat(FeedTimes.ExtraStarts(read));
}
