using Ical.Net.DataTypes;
using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Feeds;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Calendars;

/// <summary>Reads holidays from an iCalendar file (<c>.ics</c>), as countries, companies and calendar programs publish them.</summary>
/// <remarks>
/// Whole-day entries are days off, all of them counted as named by the law because the format cannot say; entries that mark a
/// worked day become make-up days, with hours or without, and open the calendar where its rule says so. Entries may last several days and
/// recur. Cancelled ones do not count.
/// </remarks>
internal static class HolidayFile
{
    /// <summary>How many lines of errors one file gets; the agreement that names it adds one.</summary>
    public const int MostErrors = 9;

    private static readonly LocalDate End = new(2120, 1, 1);
    private static readonly Interval Window =
        new(Instant.FromUtc(FeedReader.FirstYear, 1, 1, 0, 0), Instant.FromUtc(End.Year, End.Month, End.Day, 0, 0));

    /// <summary>Reads a list.</summary>
    /// <param name="name">What agreements call it.</param>
    /// <param name="file">What errors call it.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="zone">The calendar's zone: whole days, and times without a zone, are in it.</param>
    /// <param name="filter">Which entries count.</param>
    /// <param name="problems">
    /// Where mistakes are reported: the text is no calendar, an entry is for a part of a day or cannot be understood. An entry that the
    /// filter leaves out is no mistake.
    /// </param>
    /// <returns>
    /// The list, or <c>null</c> where there is a mistake. It covers the years that its entries without endless recurrence lie in, so that
    /// an answer in a year for which nothing is listed yet is provisional; when every entry recurs without end, it does not say how far
    /// it reaches.
    /// </returns>
    public static HolidayList? Read(string name, string file, string text, DateTimeZone zone, HolidayFilter filter, Problems problems)
    {
        if (FeedReader.Read(file, text, Window.End, problems) is not { } calendar) return null;

        var words = new ObservanceWords(calendar.Entries.Select(entry => entry.Block));
        var counted = calendar.Entries
            .Where(entry => !entry.IsCancelled && !filter.LeavesOut(entry.Block))
            .Select(entry => (Entry: entry, Worked: WorkedDay.Marks(entry.Block), Observed: words.Mark(entry.Block)))
            .ToList();
        var off = counted.Where(one => !one.Worked && (!one.Observed || filter.Observances == Observances.Closed)).ToList();
        var partly = off.Where(one => !IsWholeDays(one.Entry, zone)).Select(one => new FeedOddity(
            one.Entry.Block, "covers a part of a day; list whole days, and write short days under agreed"));
        var oddities = calendar.Oddities
            .Where(odd => !filter.LeavesOut(odd.Block) && !(WorkedDay.Marks(odd.Block) && filter.MakeUpDays == MakeUpDays.Closed))
            .Concat(partly).OrderBy(odd => odd.Block.Place.Line).ToList();
        Report(oddities, problems);
        if (oddities.Count > 0) return null;

        foreach (var unused in filter.Except.Where(text => !IsIn(calendar, text)))
            problems.Warn(new Place(file, 1, 1), $"there is no entry '{Sentences.Shown(unused)}' that except could leave out");
        if (off.Count == 0 && counted.Any(one => one.Observed))
            problems.Warn(new Place(file, 1, 1), "it has observances only, which close nothing; observances: closed closes on them");

        var worked = Days(counted.Where(one => one.Worked).Select(one => one.Entry));
        var workedDates = worked.Select(day => day.Date).ToHashSet();
        var days = Days(off.Select(one => one.Entry));
        var observed = Days(counted.Where(one => !one.Worked && one.Observed && filter.Observances == Observances.Open)
            .Select(one => one.Entry));
        var listed = days.Concat(worked).Concat(observed).Where(day => !day.Endless).Select(day => day.Date).ToList();
        return new HolidayList
        {
            Name = name,
            DaysOff = [.. Named(days.Where(day => !workedDates.Contains(day.Date))).Select(day => new Holiday(day.Date, day.Name))],
            MakeUpDays = [.. Named(worked).Select(day => new MakeUpDay(day.Date, day.Name))],
            Observances = [.. Named(observed).Select(day => new Holiday(day.Date, day.Name, Statutory: false))],
            CoveredFrom = listed.Count == 0 ? null : new LocalDate(listed.Min().Year, 1, 1),
            CoveredTo = listed.Count == 0 ? null : new LocalDate(listed.Max().Year, 12, 31),
        };

        List<(LocalDate Date, string Name, bool Endless)> Days(IEnumerable<FeedEntry> entries) =>
            [.. entries.SelectMany(entry => DaysOf(entry, calendar, zone))];
    }

    private static bool IsIn(FeedCalendar calendar, string name) =>
        calendar.Entries.Select(entry => entry.Block).Concat(calendar.Oddities.Select(odd => odd.Block))
            .Any(block => HolidayFilter.IsNamed(block, name));

    private static void Report(List<FeedOddity> oddities, Problems problems)
    {
        var shown = oddities.Count > MostErrors ? MostErrors - 1 : oddities.Count;
        foreach (var (block, trouble) in oddities.Take(shown))
        {
            var wayOut = HolidayFilter.NameOf(block) is { Length: > 0 } name
                ? $"; to leave it out, write except: [\"{name}\"] beside ical"
                : string.Empty;
            problems.Error(block.Place, $"'{Sentences.Shown(block.Title)}' {trouble}{wayOut}");
        }

        if (shown < oddities.Count)
            problems.Error(oddities[shown].Block.Place, $"{oddities.Count - shown} more entries cannot be read, from this line on");
    }

    private static IEnumerable<(LocalDate Date, string Name)> Named(IEnumerable<(LocalDate Date, string Name, bool Endless)> days) =>
        days.GroupBy(day => day.Date, day => day.Name).OrderBy(day => day.Key)
            .Select(day => (day.Key, string.Join(" / ", day.Distinct(StringComparer.Ordinal))));

    /// <summary>Some programs write a whole day as midnight to midnight, by the wall or in UTC.</summary>
    private static bool IsWholeDays(FeedEntry entry, DateTimeZone zone) => !entry.Start.HasTime
        || (entry.Event.End is { } end
            && ((IsMidnight(entry.Start) && IsMidnight(end)) || (IsMidnight(entry.Start, zone) && IsMidnight(end, zone))));

    private static bool IsMidnight(CalDateTime time) => time.Value.TimeOfDay == TimeSpan.Zero;

    private static bool IsMidnight(CalDateTime time, DateTimeZone zone) =>
        FeedTimes.In(time, zone).InZone(zone).TimeOfDay == LocalTime.Midnight;

    private static IEnumerable<(LocalDate Date, string Name, bool Endless)> DaysOf(
        FeedEntry entry, FeedCalendar calendar, DateTimeZone zone)
    {
        var endless = entry.Replaces is null && entry.Event.RecurrenceRule is { Until: null, Count: null };
        var times = new FeedTimes(entry, zone);
        var wall = IsMidnight(entry.Start) ? times.Zone : zone;
        var isSeries = entry.Replaces is null;
        foreach (var span in times.In(Window, isSeries ? calendar.Replaced[entry.Event.Uid] : [], isSeries))
        {
            var first = span.Start.InZone(wall).Date;
            var last = LocalDate.Max(first, (span.End - NodaTime.Duration.Epsilon).InZone(wall).Date);
            for (var date = first; date <= last && date < End; date = date.PlusDays(1))
                yield return (date, entry.Block.Title, endless);
        }
    }
}
