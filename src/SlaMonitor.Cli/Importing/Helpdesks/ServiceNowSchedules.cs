using NodaTime;
using NodaTime.Text;
using SlaMonitor.Cli.Importing.Carrying;
using SlaMonitor.Cli.Importing.Reading;

namespace SlaMonitor.Cli.Importing.Helpdesks;

/// <summary>ServiceNow's tables <c>cmn_schedule</c> and <c>cmn_schedule_span</c> as calendars.</summary>
internal static class ServiceNowSchedules
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <summary>The calendar of each schedule, by its <c>sys_id</c>.</summary>
    public static Dictionary<string, CarriedCalendar> Read(
        IReadOnlyList<ExportNode> schedules, IReadOnlyList<ExportNode> spans, HashSet<string> taken)
    {
        var calendars = new Dictionary<string, CarriedCalendar>(StringComparer.Ordinal);
        foreach (var schedule in schedules)
        {
            ServiceNowImport.SkipSystem(schedule);
            schedule.Skip(
                "description", "type", "read_only", "document", "document_key", "is_legacy_schedule", "calendar_name", "label",
                "plural_label");
            // A schedule without a zone floats: it goes by that of the ticket's user.
            var zone = schedule.Find("time_zone") is { IsObject: false, Text: not "floating" } named ? Exports.Zone(named) : null;
            var calendar = new CarriedCalendar(YamlText.Name(schedule.Get("name").Text, taken), zone);
            if (zone is null) calendar.Notes.Add("It has no zone of its own in ServiceNow; here it has that of the agreement.");
            var id = schedule.Get("sys_id");
            if (!calendars.TryAdd(id.Text, calendar)) throw id.Wrong($"there are two schedules {id.Text} in these files");
        }

        foreach (var span in spans)
        {
            var owner = ServiceNowImport.Value(span.Get("schedule"));
            if (!calendars.TryGetValue(owner, out var calendar))
                throw span.Wrong($"there is no schedule {owner} in these files; {ServiceNowImport.Way}");
            Add(span, calendar);
        }

        foreach (var schedule in schedules) calendars[schedule.Get("sys_id").Text].Notes.AddRange(Exports.Leftovers(schedule));
        return calendars;
    }

    private static void Add(ExportNode span, CarriedCalendar calendar)
    {
        ServiceNowImport.SkipSystem(span);
        span.Skip(
            "real_start_date", "real_end_date", "show_as", "notes", "user", "group", "roster", "override_start_date", "yearly_type",
            "month", "float_week", "float_day", "monthly_type");
        var name = span.Find("name")?.Text;
        var (start, end) = (At(span.Get("start_date_time")), At(span.Get("end_date_time")));
        var isWhole = span.Find("all_day")?.Truth == true;
        var isExcluded = span.Find("type")?.Text is "exclude" or "holiday" or "time_off";
        var repeats = span.Find("repeat_type")?.Text;
        var every = span.Find("repeat_count")?.Whole ?? 1;
        var until = span.Find("repeat_until")?.Text;
        var days = Days(repeats, span.Find("days_of_week")?.Text, start.Date);
        if (isExcluded && days.Count == 0 && (isWhole || Covers(start, end)) && repeats is null or "yearly")
        {
            if (repeats == "yearly") calendar.Closed.Add(($"each: {start.Date:MM-dd}", name));
            else Exports.Close(calendar, start.Date, isWhole ? end.Date : end.PlusTicks(-1).Date, name, span);
        }
        else if (!isExcluded && days.Count > 0 && every <= 1 && until is null or "0" && (isWhole || IsWithinADay(start, end)))
        {
            var (from, to) = isWhole ? (0, 24 * 60) : (Minute(start.TimeOfDay), Minute(end.TimeOfDay));
            if (to == 0) to = 24 * 60;
            calendar.Week.AddRange(days.Select(day => (day, from, to)));
        }
        else
        {
            calendar.Notes.Add(CarriedAgreement.NotCarried(
                $"the entry '{name}', from {start:uuuu-MM-dd HH:mm} to {end:uuuu-MM-dd HH:mm}, repeats {repeats ?? "never"}: "
                + "write it by hand"));
        }

        calendar.Notes.AddRange(Exports.Leftovers(span));
    }

    private static bool Covers(LocalDateTime start, LocalDateTime end) =>
        start.TimeOfDay == LocalTime.Midnight && (end.TimeOfDay == LocalTime.Midnight || end.TimeOfDay >= new LocalTime(23, 59));

    private static bool IsWithinADay(LocalDateTime start, LocalDateTime end) =>
        start < end && (start.Date == end.Date || (end.TimeOfDay == LocalTime.Midnight && end.Date == start.Date.PlusDays(1)));

    private static int Minute(LocalTime time) => time >= new LocalTime(23, 59) ? 24 * 60 : time.Hour * 60 + time.Minute;

    private static IReadOnlyList<IsoDayOfWeek> Days(string? repeats, string? numbers, LocalDate first) => repeats switch
    {
        "daily" => [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)],
        "weekdays" => [.. Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day)],
        "weekends" => [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday],
        "weekMWF" => [IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday],
        "weekTT" => [IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday],
        "weekly" when numbers is { Length: > 0 } => [.. numbers.Where(c => c is >= '1' and <= '7').Select(c => (IsoDayOfWeek)(c - '0'))],
        "weekly" => [first.DayOfWeek],
        _ => [],
    };

    private static LocalDateTime At(ExportNode node)
    {
        var text = node.Text.TrimEnd('Z');
        return Moment.Parse(text) is { Success: true, Value: var moment }
            ? moment
            : throw node.Wrong($"'{node.Text}' is no moment such as 20260105T080000; export the values, not what is displayed");
    }
}
