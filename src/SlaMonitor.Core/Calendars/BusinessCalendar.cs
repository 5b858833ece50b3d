using NodaTime;
using NodaTime.TimeZones;
using SlaMonitor.Core.Calendars.Compilation;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Core.Calendars;

/// <summary>
/// A service calendar that answers when a promise is due and how much business time has passed. It is immutable and safe to share between
/// threads; answers cost the same for an hour and for a year.
/// </summary>
/// <remarks>
/// Instants are taken to 100 ns, rounded down. Windows are half-open: open at 09:00:00, closed at 18:00:00. Wall times are mapped by
/// NodaTime's lenient resolver (one that a change to summer time skips moves forward by the gap, one that happens twice is the earlier),
/// and elapsed time is real time. Instants from 1950 to 2119 are supported; another one is a <see cref="CalendarRangeException"/>.
/// </remarks>
public sealed class BusinessCalendar
{
    private readonly CompiledCalendar _compiled;
    private readonly Exclusions _exclusions;
    private volatile OpenTime? _openTime;

    private BusinessCalendar(CompiledCalendar compiled, Exclusions exclusions)
    {
        _compiled = compiled;
        _exclusions = exclusions;
    }

    /// <summary>What targets call the calendar.</summary>
    public string Id => Definition.Id;

    /// <summary>The zone in whose wall time its hours are; of a union, the one in which its dates are counted and shown.</summary>
    public DateTimeZone Zone => _compiled.Zone;

    /// <summary>What it was compiled from.</summary>
    public CalendarDefinition Definition => _compiled.Definition;

    /// <summary>Checks a definition and makes a calendar of it. Years are compiled when they are first asked about.</summary>
    /// <exception cref="CalendarException">The definition has mistakes; the exception carries all of them.</exception>
    public static BusinessCalendar Compile(CalendarDefinition definition)
    {
        var problems = Check(definition);
        return problems.Count == 0
            ? new BusinessCalendar(CompiledCalendar.Of(definition), Exclusions.None)
            : throw new CalendarException(definition.Id, problems);
    }

    /// <summary>All mistakes of a definition; none when it can be compiled.</summary>
    public static IReadOnlyList<CalendarProblem> Check(CalendarDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return CalendarCheck.Run(definition);
    }

    /// <summary>When a budget of business time that starts running at an instant is used up.</summary>
    /// <param name="start">When it starts; the calendar may be closed then.</param>
    /// <param name="budget">How much business time, zero or more.</param>
    /// <returns>
    /// The due time. A budget that ends with the day's work is due at closing time, not at the next opening. A zero budget is due at once
    /// if the calendar is open, else at the next opening.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The budget is negative.</exception>
    /// <exception cref="CalendarRangeException">The start is out of range, or so much open time does not follow within it.</exception>
    public Instant Add(Instant start, BusinessDuration budget)
    {
        if (budget < BusinessDuration.Zero)
            throw new ArgumentOutOfRangeException(nameof(budget), budget, "A budget cannot be negative; subtract instead.");
        var from = start.ToUnixTimeTicks();
        var openTime = Covering(from, from, start);
        while (true)
        {
            var before = openTime.OpenBefore(from);
            var left = openTime.OpenTicks - before;
            if (budget.Ticks == 0 && left > 0)
                return Instant.FromUnixTimeTicks(openTime.Opening(before));
            if (budget.Ticks > 0 && left >= budget.Ticks)
                return Instant.FromUnixTimeTicks(openTime.Completion(before + budget.Ticks));
            if (openTime.End >= SupportedRange.End)
                throw OutOfTime(nameof(budget), start, left, $"opens again after {start} and before {SupportedRange.LastYear + 1}");
            openTime = Covering(from, openTime.End, start);
        }
    }

    /// <summary>When a budget that is used up at an instant must have started: the mirror of <see cref="Add"/>.</summary>
    /// <param name="end">When it ends; the calendar may be closed then.</param>
    /// <param name="amount">How much business time, zero or more.</param>
    /// <returns>
    /// The start. An amount that reaches back exactly to an opening gives that opening. A zero amount gives the instant itself when
    /// business time was just running, else the closing before it.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    /// <exception cref="CalendarRangeException">The end is out of range, or so much open time does not precede it.</exception>
    public Instant Subtract(Instant end, BusinessDuration amount)
    {
        if (amount < BusinessDuration.Zero)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "An amount cannot be negative; add instead.");
        var to = end.ToUnixTimeTicks();
        var openTime = Covering(to, to, end);
        while (true)
        {
            var before = openTime.OpenBefore(to);
            if (amount.Ticks == 0 && before > 0)
                return Instant.FromUnixTimeTicks(openTime.Completion(before));
            if (amount.Ticks > 0 && before >= amount.Ticks)
                return Instant.FromUnixTimeTicks(openTime.Opening(before - amount.Ticks));
            if (openTime.Start <= SupportedRange.Start)
                throw OutOfTime(nameof(amount), end, before, $"was open before {end} and after {SupportedRange.FirstYear}");
            openTime = Covering(openTime.Start - 1, to, end);
        }
    }

    /// <summary>The business time between two instants; zero when the end is not after the start.</summary>
    /// <exception cref="CalendarRangeException">An instant is out of range.</exception>
    public BusinessDuration Elapsed(Instant start, Instant end)
    {
        var (from, to) = (start.ToUnixTimeTicks(), end.ToUnixTimeTicks());
        if (to <= from)
            return BusinessDuration.Zero;
        var openTime = Covering(from, to, from < SupportedRange.Start ? start : end);
        return BusinessDuration.FromTicks(openTime.OpenBefore(to) - openTime.OpenBefore(from));
    }

    /// <summary>Whether the calendar is open at an instant: yes at an opening, no at a closing.</summary>
    /// <exception cref="CalendarRangeException">The instant is out of range.</exception>
    public bool IsOpen(Instant at)
    {
        var ticks = at.ToUnixTimeTicks();
        return Covering(ticks, ticks, at).IsOpen(ticks);
    }

    /// <summary>The instant itself when the calendar is open, else the next opening.</summary>
    /// <exception cref="CalendarRangeException">The instant is out of range, or nothing opens after it.</exception>
    public Instant NextOpening(Instant at) => Add(at, BusinessDuration.Zero);

    /// <summary>The segments that <see cref="Elapsed"/> counts, in order; windows that meet are one segment.</summary>
    /// <exception cref="CalendarRangeException">An instant is out of range.</exception>
    public IEnumerable<Interval> OpenIntervals(Instant start, Instant end)
    {
        var (from, to) = (start.ToUnixTimeTicks(), end.ToUnixTimeTicks());
        return to <= from
            ? []
            : Covering(from, to, from < SupportedRange.Start ? start : end).OpenBetween(from, to)
                .Select(open => new Interval(Instant.FromUnixTimeTicks(open.Start), Instant.FromUnixTimeTicks(open.End)));
    }

    /// <summary>
    /// Whether the instant lies beyond the last date that one of the calendar's holiday lists has announced, so that an answer about it may
    /// change when the next list comes. A list that does not say how far it reaches is taken to be complete.
    /// </summary>
    public bool IsProvisional(Instant at) => at >= _compiled.AnnouncedTo;

    /// <summary>The same calendar, closed during some stretches of time: force majeure, agreed outages, a customer's pause.</summary>
    /// <param name="exclusions">Where it is closed; they may overlap, and lack a start or an end.</param>
    /// <remarks>This is cheap: nothing is compiled anew, and an exclusion costs a step of a binary search.</remarks>
    public BusinessCalendar Without(IEnumerable<Interval> exclusions)
    {
        ArgumentNullException.ThrowIfNull(exclusions);
        return new BusinessCalendar(_compiled, _exclusions.With(exclusions));
    }

    /// <summary>
    /// Moves by working dates and keeps the wall time of the day, also where that is outside the hours. A working date is one on which a
    /// window starts, of a union in one of its calendars; exclusions do not change that.
    /// </summary>
    /// <param name="start">Where to start; its date need not be a working date.</param>
    /// <param name="workingDays">How many working dates on, or back when negative. Zero gives the start itself.</param>
    /// <exception cref="CalendarRangeException">The start is out of range, or so many working dates are not within it.</exception>
    public Instant AddDays(Instant start, int workingDays)
    {
        var ticks = start.ToUnixTimeTicks();
        CheckRange(ticks, ticks, start);
        if (workingDays == 0)
            return start;
        var local = start.InZone(Zone).LocalDateTime;
        var timeline = _compiled.Covering(ticks, ticks);
        while (true)
        {
            if (timeline.WorkingDates.Find(DayPlan.NumberOf(local.Date), workingDays) is { } day)
                return Zone.ResolveLocal(DayPlan.DateOf(day).At(local.TimeOfDay), Resolvers.LenientResolver).ToInstant();
            if (workingDays > 0 ? timeline.End >= SupportedRange.End : timeline.Start <= SupportedRange.Start)
                throw new CalendarRangeException(
                    nameof(workingDays), Id, start, $"there are not {workingDays} working dates from {start}.");
            timeline = workingDays > 0 ? _compiled.Covering(ticks, timeline.End) : _compiled.Covering(timeline.Start - 1, ticks);
        }
    }

    private OpenTime Covering(long from, long to, Instant asked)
    {
        var openTime = _openTime;
        return openTime is not null && openTime.Covers(from) && openTime.Covers(to) ? openTime : Grow(from, to, asked);
    }

    private OpenTime Grow(long from, long to, Instant asked)
    {
        CheckRange(from, to, asked);
        var timeline = _compiled.Covering(from, to);
        return _openTime = _exclusions.Stretches.Length == 0 ? timeline : new TimelineWithout(timeline, _exclusions);
    }

    private void CheckRange(long from, long to, Instant asked)
    {
        if (from < SupportedRange.Start || to >= SupportedRange.End)
            throw new CalendarRangeException(
                nameof(asked), Id, asked, $"{asked} is outside the years {SupportedRange.FirstYear} to {SupportedRange.LastYear}.");
    }

    private CalendarRangeException OutOfTime(string parameter, Instant at, long found, string what) =>
        new(parameter, Id, at, found == 0 ? $"nothing {what}." : $"only {BusinessDuration.FromTicks(found)} {what}.");
}
