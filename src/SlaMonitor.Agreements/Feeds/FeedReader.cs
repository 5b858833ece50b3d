using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>
/// Reads calendars, whoever asks: rotations for who is on call, desks for their holidays. An event that cannot be understood is kept apart
/// with the reason, because an on-call calendar goes on without it, and a holiday file does not.
/// </summary>
internal static class FeedReader
{
    /// <summary>
    /// The years in which events may be: what lies outside is a mistake, and no reckoning with zones is safe there. Outlook begins what
    /// recurs every year in 1601.
    /// </summary>
    public const int FirstYear = 1600;
    public const int LastYear = 2200;

    private const int LongestDays = 3660;

    /// <summary>Reads a text.</summary>
    /// <param name="file">What errors call it.</param>
    /// <param name="text">The text; it may be anything.</param>
    /// <param name="until">Until when its series are going to be followed.</param>
    /// <param name="problems">Where mistakes are reported.</param>
    /// <returns>The calendar, or <c>null</c> where the text is none, or only a part of one.</returns>
    public static FeedCalendar? Read(string file, string text, Instant until, Problems problems)
    {
        var (entries, oddities, effort) = (new List<FeedEntry>(), new List<FeedOddity>(), 0L);
        foreach (var block in EventBlocks.Of(file, text, problems))
        {
            var trouble = Entry(block, out var entry);
            if (entry is not null)
            {
                var steps = RuleEffort.Of(entry.Event.RecurrenceRule, entry.Start, until);
                if (effort + steps <= RuleEffort.Most)
                {
                    effort += steps;
                    entries.Add(entry);
                    continue;
                }

                trouble = "recurs more often than can be followed, alone or with the series before it; "
                    + "give the rules a longer FREQ or INTERVAL, or a later DTSTART";
            }

            if (!block.IsCancelled) oddities.Add(new FeedOddity(block, trouble!));
        }

        return problems.HasErrors ? null : new FeedCalendar(entries, oddities);
    }

    /// <returns>What is wrong with the event, or <c>null</c>.</returns>
    private static string? Entry(EventBlock block, out FeedEntry? entry)
    {
        entry = null;
        try
        {
            var text = $"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{string.Concat(block.Lines)}END:VEVENT\r\nEND:VCALENDAR\r\n";
            var read = CalendarCollection.Load(text).Single().Events.Single();
            if (WhatIsWrong(read) is { } trouble) return trouble;
            entry = new FeedEntry(block, read);
            return null;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return $"cannot be read: {Sentences.Shown(error.Message.Split('\n')[0])}";
        }
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
            return $"has a date in the year {far.Year}; events lie between {FirstYear} and {LastYear}";
        }

        return WhatIsWrongWithItsLength(read, start) ?? WhatIsWrongWithItsSeries(read);
    }

    private static string? WhatIsWrongWithItsLength(CalendarEvent read, CalDateTime start)
    {
        if (read.DtEnd is null && IsGiven(read, "DTEND")) return "has an end that cannot be read; write it as the start is written";
        if (read.DtEnd is { } end && end.HasTime != start.HasTime && (start.HasTime || end.Value.TimeOfDay != TimeSpan.Zero))
            return "starts with a date and ends with a time, or the other way round; write both alike";
        if (read.DtEnd is { } last && string.Equals(last.TzId, start.TzId, StringComparison.Ordinal) && last.Value < start.Value)
            return "ends before it starts";
        if (start.HasTime && read is { DtEnd: null, Duration: null })
            return "has a time and no end, so that it lasts no time at all; write DTEND or DURATION";
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
