using SlaMonitor.Cli.Importing.Carrying;
using SlaMonitor.Cli.Importing.Reading;

namespace SlaMonitor.Cli.Importing.Helpdesks;

/// <summary>
/// Jira Service Management: the metrics and calendars that the page of a project's SLAs loads
/// (<c>/rest/servicedesk/1/servicedesk/agent/PROJECT/sla/metrics</c> and <c>…/calendars</c>).
/// </summary>
internal static class JiraImport
{
    private const string Way = "save what the page of the project's SLAs loads: …/sla/metrics and …/calendars";
    private const int MillisecondsOfAMinute = 60_000;

    public static CarriedAgreement Read(IReadOnlyList<ExportNode> files)
    {
        var items = files.SelectMany(file => !file.IsObject ? file.ItemsOrOne
            : (IEnumerable<ExportNode>)[
                .. file.Find("timeMetrics")?.Items ?? [], .. file.Find("metrics")?.Items ?? [], .. file.Find("calendars")?.Items ?? [],
                .. file.Has("goals") || file.Has("workingTimes") ? [file] : (ExportNode[])[],
            ]).ToList();
        Exports.Expect(
            files,
            file => file.IsList || items.Contains(file) || file.Has("timeMetrics") || file.Has("metrics") || file.Has("calendars"),
            Way);
        Exports.Expect(items, item => item.IsObject && (item.Has("goals") || item.Has("workingTimes")), Way);

        var taken = new HashSet<string>(StringComparer.Ordinal) { CarriedCalendar.AlwaysOpen };
        var calendars = new Dictionary<string, CarriedCalendar>(StringComparer.Ordinal);
        foreach (var item in items.Where(item => item.Has("workingTimes")))
        {
            var id = item.Get("id");
            if (!calendars.TryAdd(id.Text, Calendar(item, taken))) throw id.Wrong($"there are two calendars {id.Text} in these files");
        }

        var agreement = new CarriedAgreement("Jira", calendars.Values.FirstOrDefault()?.Zone ?? "UTC");
        agreement.Calendars.AddRange(calendars.Values);
        foreach (var metric in items.Where(item => item.Has("goals")))
            agreement.Targets.AddRange(Targets(metric, agreement, calendars, taken));
        foreach (var file in files) agreement.Notes.AddRange(Exports.Leftovers(file));
        return agreement;
    }

    private static CarriedCalendar Calendar(ExportNode node, HashSet<string> taken)
    {
        node.Skip("id", "description", "deletable", "context");
        var zone = node.Find("timeZone") ?? node.Find("timezone") ?? node.Get("timeZone");
        if (zone.IsObject) zone = zone.Find("id") ?? zone.Get("timeZoneId");
        var calendar = new CarriedCalendar(YamlText.Name(node.Get("name").Text, taken), Exports.Zone(zone));
        foreach (var time in node.Get("workingTimes").Items)
        {
            time.Skip("id");
            var day = time.Find("weekday") ?? time.Get("day");
            var weekday = Exports.Weekday(day.Text, day);
            var (from, to) = (time.Find("start") ?? time.Get("startTime"), time.Find("end") ?? time.Get("endTime"));
            var (start, end) = (from.Whole / MillisecondsOfAMinute, to.Whole / MillisecondsOfAMinute);
            if (start < 0 || end <= start || end > 24 * 60)
                throw time.Wrong("its times, in milliseconds of the day, are no stretch of a day");
            calendar.Week.Add((weekday, (int)start, (int)end));
            calendar.Notes.AddRange(Exports.Leftovers(time));
        }

        foreach (var holiday in node.Find("holidays")?.Items ?? [])
        {
            holiday.Skip("id");
            var day = Exports.Date(holiday.Find("date") ?? holiday.Get("dateString"));
            var closed = holiday.Find("recurring")?.Truth == true ? $"each: {day:MM-dd}" : $"date: {day:uuuu-MM-dd}";
            calendar.Closed.Add((closed, holiday.Find("name")?.Text));
            calendar.Notes.AddRange(Exports.Leftovers(holiday));
        }

        calendar.Notes.AddRange(Exports.Leftovers(node));
        return calendar;
    }

    private static IEnumerable<CarriedTarget> Targets(
        ExportNode metric, CarriedAgreement agreement, Dictionary<string, CarriedCalendar> calendars, HashSet<string> taken)
    {
        metric.Skip(
            "id", "customFieldId", "customFieldName", "createdDate", "definitionChangeDate", "goalsChangeDate",
            "thresholdsConfigChangeDate", "thresholdsChangeDate", "systemGenerated");
        var name = metric.Get("name").Text;
        var clock = Clock(metric, name);
        var notes = clock.Notes.Prepend(name).ToList();
        foreach (var goal in metric.Get("goals").Items)
        {
            goal.Skip("id", "timeMetricId", "timeUpdatedDate", "defaultGoal", "position");
            var fields = new List<string>();
            var jql = goal.Find("jqlQuery") ?? goal.Find("jql");
            var when = JqlCondition.Read(jql?.Text ?? string.Empty, fields);
            var duration = goal.Get("duration");
            var seconds = duration.Whole / 1000 is > 0 and < Exports.TenYears and var length
                ? length
                : throw duration.Wrong($"'{duration.Text}' milliseconds are no time for a promise; mend it in the export");
            var calendar = goal.Find("calendarId") is not { } id ? Exports.Always(agreement)
                : calendars.TryGetValue(id.Text, out var known) ? known.Name
                : throw id.Wrong($"there is no calendar {id.Text} in these files; {Way}");
            goal.Skip("calendarName");
            if (when is not null) notes.AddRange(fields.Distinct(StringComparer.Ordinal).Select(Exports.FieldNote));
            notes.AddRange(Exports.Leftovers(goal));

            var words = jql is null || when is null ? "" : string.Join(' ', Values(when));
            yield return new CarriedTarget(
                YamlText.Name($"{name} {words}", taken), clock.Metric ?? "resolution", when ?? CarriedCondition.Every, seconds, calendar)
            {
                Pauses = clock.Pauses,
                Notes = notes,
                Uncarried = clock.Metric is null ? "what starts and stops it is no metric here; write it as a metric of its own"
                    : when is null ? $"it is for: {jql!.Text}; write 'when' by hand" : null,
            };
            notes = [];
        }

        agreement.Notes.AddRange(Exports.Leftovers(metric));
    }

    private static IEnumerable<string> Values(CarriedCondition condition) => condition switch
    {
        CarriedCondition.Is { Values: var values } => values,
        CarriedCondition.All { Of: var parts } => parts.SelectMany(Values),
        CarriedCondition.Any { Of: var parts } => parts.SelectMany(Values),
        _ => ["others"],
    };

    // What starts, stops and pauses it are conditions with names such as comment-for-reporter-hit-condition.
    private static (string? Metric, bool? Pauses, IReadOnlyList<string> Notes) Clock(ExportNode metric, string name)
    {
        var definition = metric.Find("config")?.Find("definition") ?? metric.Find("definition") ?? metric.Find("config");
        var (start, stop, pause) = (definition?.Find("start"), definition?.Find("stop"), definition?.Find("pause"));
        var (starts, stops) = (start?.Quote() ?? string.Empty, stop?.Quote() ?? string.Empty);
        var notes = new List<string>();
        if (starts.Length > 0 || stops.Length > 0) notes.Add($"In Jira it starts with {starts} and stops with {stops}.");
        if (pause is not null) notes.Add($"In Jira it stands still while {pause.Quote()}; here in the statuses that 'pause' names.");

        var isCreated = starts.Length == 0 || starts.Contains("created", StringComparison.OrdinalIgnoreCase);
        var isAnswered = stops.Contains("comment-for-reporter", StringComparison.OrdinalIgnoreCase)
            || (stops.Length == 0 && name.Contains("first response", StringComparison.OrdinalIgnoreCase));
        var isResolved = stops.Contains("resolution-set", StringComparison.OrdinalIgnoreCase)
            || (stops.Length == 0 && name.Contains("resolution", StringComparison.OrdinalIgnoreCase));
        return (
            isAnswered ? isCreated ? "firstResponse" : "nextResponse" : isResolved && isCreated ? "resolution" : null,
            isAnswered ? pause is not null ? true : null : definition is not null && pause is null ? false : null,
            notes);
    }
}
