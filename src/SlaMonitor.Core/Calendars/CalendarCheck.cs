using NodaTime;
using NodaTime.TimeZones;
using SlaMonitor.Core.Calendars.Compilation;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Core.Calendars;

/// <summary>Finds every mistake of a calendar, each with its place and a way out.</summary>
internal sealed class CalendarCheck
{
    private readonly List<CalendarProblem> _problems = [];

    public static IReadOnlyList<CalendarProblem> Run(CalendarDefinition definition)
    {
        var check = new CalendarCheck();
        check.CheckNames(definition);
        if (definition.Union.Count > 0)
        {
            check.CheckUnion(definition);
            return check._problems;
        }

        check.CheckWeek(definition);
        check.CheckOverrides(definition.Overrides);
        check.CheckYearlyOverrides(definition.YearlyOverrides);
        for (var i = 0; i < definition.Holidays.Count; i++)
            check.CheckHolidays($"holidays[{i}]", definition.Holidays[i], definition);
        return check._problems;
    }

    public static DateTimeZone? FindZone(string timeZone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone);

    private void Add(string path, string message) => _problems.Add(new CalendarProblem(path, message));

    private void CheckNames(CalendarDefinition definition)
    {
        if (string.IsNullOrWhiteSpace(definition.Id))
            Add("id", "a calendar needs a name that targets can use, such as business.");
        if (string.IsNullOrWhiteSpace(definition.TimeZone))
            Add("timeZone", "a calendar needs an IANA time zone, such as Asia/Shanghai.");
        else if (FindZone(definition.TimeZone) is null)
            Add("timeZone", $"'{definition.TimeZone}' is not a known time zone{Suggest(definition.TimeZone)}");
    }

    private static string Suggest(string timeZone)
    {
        if (TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.TryGetValue(timeZone, out var id))
            return $": it is a Windows name; the IANA name is {id}.";
        var near = DateTimeZoneProviders.Tzdb.Ids
            .FirstOrDefault(known =>
                known.Equals(timeZone, StringComparison.OrdinalIgnoreCase)
                || string.Equals(LastPart(known), LastPart(timeZone), StringComparison.Ordinal));
        return near is null ? ": write an IANA name, such as Asia/Shanghai or Europe/Berlin." : $": did you mean {near}?";
    }

    private static string LastPart(string timeZone) =>
        timeZone[(timeZone.LastIndexOf('/') + 1)..].Replace(' ', '_').ToUpperInvariant();

    private void CheckUnion(CalendarDefinition union)
    {
        if (union.Week.Count + union.Holidays.Count + union.Overrides.Count + union.YearlyOverrides.Count > 0)
            Add("union", "a union has the hours of its calendars and none of its own: write them in one of these, or in another calendar.");
        if (union.Union.Count == 1)
            Add("union", "a union of one calendar is that calendar: name at least two.");
        for (var i = 0; i < union.Union.Count; i++)
        {
            foreach (var problem in Run(union.Union[i]))
                Add($"union[{i}].{problem.Path}", problem.Message);
        }
    }

    private void CheckWeek(CalendarDefinition definition)
    {
        foreach (var day in definition.Week.Keys.Where(day => day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday))
            Add($"week.{WeekdayNames.Of(day)}", "is not a day of the week: write mon to sun.");
        foreach (var (day, windows) in definition.Week.OrderBy(pair => pair.Key))
            CheckWindows($"week.{WeekdayNames.Of(day)}", windows);
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
            CheckNight(definition, day, day == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : day + 1);
        if (definition.Week.Values.All(windows => windows.Count == 0)
            && definition.Overrides.All(dated => dated.Hours.Count == 0)
            && definition.YearlyOverrides.All(yearly => yearly.Hours.Count == 0))
        {
            Add("week", "the calendar never opens: give at least one weekday hours, such as mon-fri 09:00-18:00.");
        }
    }

    private void CheckNight(CalendarDefinition definition, IsoDayOfWeek day, IsoDayOfWeek next)
    {
        if (!definition.Week.TryGetValue(day, out var evening) || !definition.Week.TryGetValue(next, out var morning))
            return;
        if (evening is [.., { PastMidnight: true } last]
            && morning is [var first, ..]
            && first.StartSecond < last.EndSecond - OpenHours.SecondsPerDay)
        {
            Add(
                $"week.{WeekdayNames.Of(next)}[0]",
                $"{first} overlaps {last} of {WeekdayNames.Of(day)}, which runs past midnight until {last.End:HH:mm:ss}.");
        }
    }

    private void CheckWindows(string path, IReadOnlyList<OpenHours> windows)
    {
        for (var i = 0; i < windows.Count; i++)
        {
            if (windows[i].IsEmpty)
                Add($"{path}[{i}]", "has no length: write start and end, such as 09:00-18:00.");
            else if (i > 0 && windows[i].StartSecond < windows[i - 1].StartSecond)
                Add($"{path}[{i}]", $"{windows[i]} stands after {windows[i - 1]} but starts before it: write the earlier window first.");
            else if (i > 0 && windows[i].StartSecond < windows[i - 1].EndSecond)
                Add($"{path}[{i}]", $"{windows[i]} overlaps {windows[i - 1]}: end the one before the other starts, or write one window.");
        }
    }

    private void CheckOverrides(IReadOnlyList<DatedOverride> overrides)
    {
        var seen = new Dictionary<LocalDate, int>();
        for (var i = 0; i < overrides.Count; i++)
        {
            CheckWindows($"overrides[{i}].hours", overrides[i].Hours);
            CheckDate($"overrides[{i}]", overrides[i].Date);
            if (!seen.TryAdd(overrides[i].Date, i))
                Add(
                    $"overrides[{i}]",
                    $"{overrides[i].Date:uuuu-MM-dd} already has hours in overrides[{seen[overrides[i].Date]}]: keep one of the two.");
        }
    }

    private void CheckYearlyOverrides(IReadOnlyList<YearlyOverride> overrides)
    {
        var seen = new Dictionary<YearlyDate, int>();
        for (var i = 0; i < overrides.Count; i++)
        {
            var each = overrides[i].Each;
            CheckWindows($"yearlyOverrides[{i}].hours", overrides[i].Hours);
            if (!seen.TryAdd(each, i))
                Add($"yearlyOverrides[{i}]", $"{each.Name} already has hours in yearlyOverrides[{seen[each]}]: keep one of the two.");
        }
    }

    private void CheckHolidays(string path, HolidayRule rule, CalendarDefinition definition)
    {
        var seen = new Dictionary<LocalDate, string>();
        CheckDates($"{path}.daysOff", rule.List.DaysOff.Select(holiday => holiday.Date), seen);
        CheckDates($"{path}.makeUpDays", rule.List.MakeUpDays.Select(day => day.Date), seen);
        if (rule.List.CoveredFrom > rule.List.CoveredTo)
            Add(
                $"{path}.coveredTo",
                $"{rule.List.CoveredTo:uuuu-MM-dd} lies before the first covered date, {rule.List.CoveredFrom:uuuu-MM-dd}.");
        if (rule is { MakeUpDays: MakeUpDays.Open, List.MakeUpDays.Count: > 0 }
            && definition.Week.Values.All(windows => windows.Count == 0))
        {
            Add($"{path}.makeUpDays", "cannot be open: the week has no open weekday whose hours they could have. Write them as overrides.");
        }
    }

    private void CheckDates(string path, IEnumerable<LocalDate> dates, Dictionary<LocalDate, string> seen)
    {
        foreach (var (i, date) in dates.Index())
        {
            var place = $"{path}[{i}]";
            CheckDate(place, date);
            if (!seen.TryAdd(date, place))
                Add(place, $"{date:uuuu-MM-dd} is listed already in {seen[date]}: keep one of the two.");
        }
    }

    private void CheckDate(string path, LocalDate date)
    {
        if (date.Calendar != CalendarSystem.Iso || date.Year is < SupportedRange.FirstYear or > SupportedRange.LastYear)
            Add(path, $"{date:uuuu-MM-dd} is not a date of the years {SupportedRange.FirstYear} to {SupportedRange.LastYear}.");
    }
}
