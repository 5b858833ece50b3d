using NodaTime;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>Which hours a date has: dated override before yearly override before holiday before make-up day before week.</summary>
internal sealed class DayPlan
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>Monday first, as the epoch's day numbers are turned into weekdays by arithmetic.</summary>
    private readonly OpenHours[][] _week = new OpenHours[7][];
    private readonly Dictionary<int, OpenHours[]> _dated = [];

    public DayPlan(CalendarDefinition definition)
    {
        for (var day = 0; day < 7; day++)
            _week[day] = definition.Week.TryGetValue((IsoDayOfWeek)(day + 1), out var hours) ? [.. hours] : [];

        var makeUpHours = Array.Find(_week, hours => hours.Length > 0) ?? [];
        foreach (var makeUpDay in definition.Holidays
            .Where(rule => rule.MakeUpDays == MakeUpDays.Open)
            .SelectMany(rule => rule.List.MakeUpDays))
        {
            _dated[NumberOf(makeUpDay.Date)] = makeUpHours;
        }

        foreach (var rule in definition.Holidays)
        {
            foreach (var holiday in rule.List.DaysOff.Where(holiday => holiday.Statutory || rule.ClosedOn == ClosedOn.Notice))
                _dated[NumberOf(holiday.Date)] = [];
        }

        foreach (var yearly in definition.YearlyOverrides)
        {
            OpenHours[] hours = [.. yearly.Hours];
            for (var year = SupportedRange.FirstYear; year <= SupportedRange.LastYear; year++)
            {
                if (yearly.Each.In(year) is { } date)
                    _dated[NumberOf(date)] = hours;
            }
        }

        foreach (var dated in definition.Overrides)
            _dated[NumberOf(dated.Date)] = [.. dated.Hours];
    }

    public static int NumberOf(LocalDate date) => Period.DaysBetween(Epoch, date);

    public static LocalDate DateOf(int dayNumber) => Epoch.PlusDays(dayNumber);

    /// <summary>The windows that start on a date. The same array for the same hours, so that arrays can be compared by reference.</summary>
    public OpenHours[] HoursOn(int dayNumber)
    {
        if (_dated.TryGetValue(dayNumber, out var hours))
            return hours;
        var weekday = (dayNumber + 3) % 7; // 1970-01-01 was a Thursday
        return _week[weekday < 0 ? weekday + 7 : weekday];
    }
}
