using NodaTime.TimeZones;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Core.Tests.Calendars.Reference;

/// <summary>
/// The slow and obvious calendar: it takes one step after another and asks at each whether a window is open then, straight from the
/// definition. Exact when the calendar's edges, the instants and the amounts are whole steps.
/// </summary>
public sealed class SteppingCalendar(CalendarDefinition definition, IReadOnlyList<Interval> exclusions, Duration step)
{
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[definition.TimeZone];
    private readonly Dictionary<LocalDate, List<(Instant Open, Instant Close)>> _windows = [];

    public bool IsOpen(Instant at)
    {
        if (exclusions.Any(exclusion => exclusion.Contains(at)))
            return false;
        var today = at.InZone(_zone).Date;
        for (var days = -2; days <= 2; days++)
        {
            foreach (var (open, close) in WindowsOf(today.PlusDays(days)))
            {
                if (open <= at && at < close)
                    return true;
            }
        }

        return false;
    }

    public BusinessDuration Elapsed(Instant start, Instant end)
    {
        var open = Duration.Zero;
        for (var at = start; at < end; at += step)
        {
            if (IsOpen(at))
                open += step;
        }

        return BusinessDuration.FromTicks(open.BclCompatibleTicks);
    }

    public Instant Add(Instant start, BusinessDuration budget)
    {
        var at = start;
        if (budget == BusinessDuration.Zero)
        {
            while (!IsOpen(at))
                at += step;
        }

        for (var left = Duration.FromTicks(budget.Ticks); left > Duration.Zero; at += step)
        {
            if (IsOpen(at))
                left -= step;
        }

        return at;
    }

    public Instant Subtract(Instant end, BusinessDuration amount)
    {
        var at = end;
        if (amount == BusinessDuration.Zero)
        {
            while (!IsOpen(at - step))
                at -= step;
        }

        for (var left = Duration.FromTicks(amount.Ticks); left > Duration.Zero;)
        {
            at -= step;
            if (IsOpen(at))
                left -= step;
        }

        return at;
    }

    public Instant AddDays(Instant start, int workingDays)
    {
        var (date, time) = start.InZone(_zone).LocalDateTime;
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            date = date.PlusDays(Math.Sign(workingDays));
            if (Exists(date) && HoursOn(date).Count > 0)
                left--;
        }

        return workingDays == 0 ? start : Lenient(date.At(time));
    }

    public IReadOnlyList<OpenHours> HoursOn(LocalDate date)
    {
        if (definition.Overrides.FirstOrDefault(dated => dated.Date == date) is { } own)
            return own.Hours;
        if (definition.YearlyOverrides.LastOrDefault(yearly => IsOn(yearly.Each, date)) is { } each)
            return each.Hours;
        if (definition.Holidays.Any(
            rule => rule.List.DaysOff.Any(off => off.Date == date && (off.Statutory || rule.ClosedOn == ClosedOn.Notice))))
        {
            return [];
        }

        if (definition.Holidays.Any(rule => rule.MakeUpDays == MakeUpDays.Open && rule.List.MakeUpDays.Any(day => day.Date == date)))
            return definition.Week.Where(day => day.Value.Count > 0).OrderBy(day => day.Key).First().Value;
        return definition.Week.TryGetValue(date.DayOfWeek, out var hours) ? hours : [];
    }

    /// <summary>Asks of the date itself which day of the month, and which weekday of the month, it is.</summary>
    private static bool IsOn(YearlyDate each, LocalDate date) => each switch
    {
        YearlyDate.OnDay day => (day.Date.Month, day.Date.Day) == (date.Month, date.Day),
        YearlyDate.OnWeekday { Which: YearlyDate.OnWeekday.Last } last =>
            date.Month == last.Month && date.DayOfWeek == last.Weekday && date.PlusWeeks(1).Month != date.Month,
        YearlyDate.OnWeekday nth =>
            date.Month == nth.Month && date.DayOfWeek == nth.Weekday && (date.Day + 6) / 7 == nth.Which,
        _ => throw new ArgumentOutOfRangeException(nameof(each)),
    };

    private List<(Instant Open, Instant Close)> WindowsOf(LocalDate date)
    {
        if (_windows.TryGetValue(date, out var known))
            return known;
        var midnight = date.AtMidnight();
        return _windows[date] = Exists(date)
            ? [.. HoursOn(date)
                .Select(hours => (Lenient(midnight.PlusSeconds(hours.StartSecond)), Lenient(midnight.PlusSeconds(hours.EndSecond))))]
            : [];
    }

    /// <summary>A date on which not one hour exists was skipped by its zone.</summary>
    private bool Exists(LocalDate date) =>
        Enumerable.Range(0, 24).Any(hour => _zone.MapLocal(date.At(new LocalTime(hour, 59))).Count > 0);

    private Instant Lenient(LocalDateTime wallTime) => _zone.ResolveLocal(wallTime, Resolvers.LenientResolver).ToInstant();
}
