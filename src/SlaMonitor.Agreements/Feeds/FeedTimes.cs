using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using NodaTime.TimeZones;
using Period = NodaTime.Period;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>When an event is, as instants.</summary>
/// <remarks>
/// <para>Whole days, and times without a zone, are the agreement's. A series recurs at its wall time: what the clocks skip moves forward by
/// the gap, and of what happens twice the earlier counts, as everywhere in the monitor.</para>
/// <para>An end is a wall time too. A week from Monday 09:00 to Monday 09:00 ends at 09:00 after a change of the clocks as well, as
/// calendar programs show it, and not an hour beside it, as the 168 hours of RFC 5545 would. A DURATION is meant as it is written: days are
/// days, hours are hours.</para>
/// </remarks>
internal sealed class FeedTimes
{
    /// <summary>Midnight, or the first instant after it that exists: a zone that crosses the date line has skipped whole days.</summary>
    private static readonly ZoneLocalMappingResolver StartOfDay =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>How many times a rule may look for its next date in vain; one that never has any must come to an end.</summary>
    private static readonly EvaluationOptions Options = new() { MaxUnmatchedIncrementsLimit = 10_000 };

    private readonly CalendarEvent _event;
    private readonly DateTimeZone _zone;
    private readonly LocalDateTime _start;

    /// <param name="entry">The event.</param>
    /// <param name="zone">The agreement's zone.</param>
    public FeedTimes(FeedEntry entry, DateTimeZone zone)
    {
        _event = entry.Event;
        _zone = entry.Start.TzId is { } id ? FeedZone.Find(id)! : zone;
        _start = LocalDateTime.FromDateTime(entry.Start.Value);
    }

    /// <summary>The zone that its wall times are in.</summary>
    public DateTimeZone Zone => _zone;

    private bool IsWholeDays => !_event.DtStart!.HasTime;

    /// <summary>The starts that are listed beside the first one (RDATE).</summary>
    public static IEnumerable<CalDateTime> ExtraStarts(CalendarEvent read) => read.RecurrenceDates.GetAllDates();

    /// <summary>Whether a time says no more than a date: midnight, or the last second of a day, as it is written.</summary>
    private static bool IsDayOf(CalDateTime time) =>
        !time.HasTime || time.Value.TimeOfDay == TimeSpan.Zero || time.Value.TimeOfDay == new TimeSpan(23, 59, 59);

    /// <summary>The moment that a time means, in a zone where it names none that is known.</summary>
    public static Instant In(CalDateTime time, DateTimeZone zone) =>
        ((time.TzId is { } id ? FeedZone.Find(id) : null) ?? zone)
        .ResolveLocal(LocalDateTime.FromDateTime(time.Value), Resolvers.LenientResolver).ToInstant();

    /// <summary>Every occurrence that has a part in a stretch, in no order.</summary>
    /// <param name="window">The stretch.</param>
    /// <param name="missing">
    /// What takes occurrences out of a series, beside its own EXDATEs: the dates that have an event of their own.
    /// </param>
    /// <param name="isSeries">Whether it recurs; an event that stands for one of a series does not.</param>
    public IEnumerable<Interval> In(Interval window, IEnumerable<CalDateTime> missing, bool isSeries)
    {
        var excluded = missing.Concat(_event.ExceptionDates.GetAllDates()).ToList();
        var moments = IsWholeDays ? [] : excluded.Where(time => time.HasTime).Select(InstantOf).ToHashSet();
        var dates = excluded.Where(time => IsWholeDays || !time.HasTime).Select(time => LocalOf(time).Date).ToHashSet();

        foreach (var local in isSeries ? StartsBefore(window) : [_start])
        {
            if (dates.Contains(local.Date) || AtStart(local) is var start && moments.Contains(start)) continue;

            var end = EndOf(local);
            if (start < end && end > window.Start && start < window.End) yield return new Interval(start, end);
        }
    }

    private IEnumerable<LocalDateTime> StartsBefore(Interval window)
    {
        var listed = ExtraStarts(_event)
            .Select(time => time.HasTime || IsWholeDays ? LocalOf(time) : LocalOf(time).Date.At(_start.TimeOfDay));
        return (_event.RecurrenceRule is { } rule ? StartsByRule(rule, window) : [_start]).Concat(listed).Distinct();
    }

    /// <summary>
    /// The rule is followed in wall time alone, without a zone, so that no occurrence is moved, lost or doubled by a change of the clocks.
    /// </summary>
    private List<LocalDateTime> StartsByRule(RecurrenceRule rule, Interval window)
    {
        var wall = new RecurrenceRule();
        wall.CopyFrom(rule);
        wall.Until = rule.Until is { } until && until.Year < FeedReader.LastYear ? Floating(LastStart(until)) : null;
        var series = new CalendarEvent { DtStart = Floating(_start), RecurrenceRule = wall };

        // Back by the length, because one that began before the window may last into it, and by two days for whatever zones differ by.
        var first = window.Start.InZone(_zone).LocalDateTime.Minus(LengthInWallTime()).PlusDays(-2);
        var last = window.End.InZone(_zone).LocalDateTime.PlusDays(2);
        var starts = new List<LocalDateTime>();
        try
        {
            foreach (var occurrence in series.GetOccurrences(Floating(first > _start ? first : _start), Options))
            {
                var start = LocalDateTime.FromDateTime(occurrence.Period.StartTime.Value);
                if (start > last) break;
                starts.Add(start);
            }
        }
        catch (EvaluationException)
        {
            // The rule has no dates, or none any more: the thirtieth of February.
        }

        return starts;
    }

    // A date alone, for a series with times, means the whole day; calendars write it though the format forbids it.
    private LocalDateTime LastStart(CalDateTime until) =>
        until.HasTime || IsWholeDays ? LocalOf(until) : LocalOf(until).Date.At(LocalTime.MaxValue);

    private CalDateTime Floating(LocalDateTime wall) =>
        IsWholeDays ? new CalDateTime(wall.Date.ToDateOnly()) : new CalDateTime(wall.Date.ToDateOnly(), wall.TimeOfDay.ToTimeOnly(), null);

    private Instant AtStart(LocalDateTime local) => IsWholeDays
        ? _zone.ResolveLocal(local.Date.AtMidnight(), StartOfDay).ToInstant()
        : _zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant();

    private Instant EndOf(LocalDateTime local)
    {
        if (_event.Duration is { } duration)
        {
            var days = (7 * (duration.Weeks ?? 0)) + (duration.Days ?? 0);
            return AtStart(local.PlusDays(days)) + TimeOf(duration);
        }

        if (_event.DtEnd is not null && IsWholeDays)
            return AtStart(local + LengthInWallTime());
        if (_event.DtEnd is { } end) return local == _start ? InstantOf(end) : AtStart(local + LengthInWallTime());
        return AtStart(local.PlusDays(1)); // a date alone; a time without an end is refused before
    }

    private Period LengthInWallTime()
    {
        // The last day is not part of it; where a program writes it as the first, one day is meant.
        if (_event.DtEnd is { } day && IsWholeDays)
            return Period.FromDays(Math.Max(1, Period.DaysBetween(_start.Date, LocalOf(day).Date)));
        if (_event.DtEnd is { } end) return Period.Between(_start, LocalOf(end), PeriodUnits.Days | PeriodUnits.Seconds);
        return _event.Duration is { } duration
            ? Period.FromDays((7 * (duration.Weeks ?? 0)) + (duration.Days ?? 0)) + Period.FromSeconds((long)TimeOf(duration).TotalSeconds)
            : Period.Zero;
    }

    private static NodaTime.Duration TimeOf(Ical.Net.DataTypes.Duration duration) =>
        NodaTime.Duration.FromHours(duration.Hours ?? 0)
        + NodaTime.Duration.FromMinutes(duration.Minutes ?? 0)
        + NodaTime.Duration.FromSeconds(duration.Seconds ?? 0);

    private Instant InstantOf(CalDateTime time) => In(time, _zone);

    /// <summary>
    /// A time of the event in its start's zone. Beside whole days, the bounds of a day are dates as they are written, in UTC too: no
    /// midnight elsewhere falls on them.
    /// </summary>
    private LocalDateTime LocalOf(CalDateTime time) =>
        !(IsWholeDays && IsDayOf(time)) && time.TzId is { } id && time.HasTime && FeedZone.Find(id)! is var zone && !zone.Equals(_zone)
            ? InstantOf(time).InZone(_zone).LocalDateTime
            : LocalDateTime.FromDateTime(time.Value);
}
