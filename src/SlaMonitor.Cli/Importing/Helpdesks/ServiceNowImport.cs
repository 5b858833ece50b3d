using NodaTime;
using NodaTime.Text;
using SlaMonitor.Cli.Importing.Carrying;
using SlaMonitor.Cli.Importing.Reading;

namespace SlaMonitor.Cli.Importing.Helpdesks;

/// <summary>
/// ServiceNow: the tables <c>contract_sla</c>, <c>cmn_schedule</c> and <c>cmn_schedule_span</c>, by the Table API or as exported.
/// </summary>
internal static class ServiceNowImport
{
    public const string Way = "export the tables contract_sla, cmn_schedule and cmn_schedule_span as JSON";

    private static readonly LocalDateTimePattern Budget = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public static CarriedAgreement Read(IReadOnlyList<ExportNode> files)
    {
        var rows = files.SelectMany(Rows).ToList();
        Exports.Expect(rows, row => row.IsObject && (IsDefinition(row) || IsSpan(row) || IsSchedule(row)), Way);
        var taken = new HashSet<string>(StringComparer.Ordinal) { CarriedCalendar.AlwaysOpen };
        var schedules = ServiceNowSchedules.Read([.. rows.Where(IsSchedule)], [.. rows.Where(IsSpan)], taken);
        var zone = schedules.Values.Select(calendar => calendar.Zone).OfType<string>().FirstOrDefault();
        var agreement = new CarriedAgreement("ServiceNow", zone ?? "UTC");
        agreement.Notes.Add("In ServiceNow, all definitions that match a ticket run side by side. Here the first for each metric counts.");
        agreement.Calendars.AddRange(schedules.Values.Where(calendar => calendar.Week.Count > 0));
        foreach (var closed in schedules.Values.Where(calendar => calendar.Week.Count == 0))
        {
            agreement.Notes.Add(CarriedAgreement.NotCarried(
                $"the schedule '{closed.Name}', which never opens; its closed days: "
                + string.Join(", ", closed.Closed.Select(day => $"{day.Date} {day.Reason}"))));
            agreement.Notes.AddRange(closed.Notes);
        }

        foreach (var row in rows.Where(IsDefinition)) Add(row, agreement, schedules, taken);
        foreach (var file in files) agreement.Notes.AddRange(Exports.Leftovers(file));
        return agreement;
    }

    /// <summary>The value of a field, which a reference has in an object.</summary>
    public static string Value(ExportNode node)
    {
        if (!node.IsObject) return node.Text;

        node.Skip("link", "display_value");
        return node.Get("value").Text;
    }

    /// <summary>Takes what every row of every table has as read.</summary>
    public static void SkipSystem(ExportNode row) => row.Skip(
        "sys_id", "sys_created_by", "sys_created_on", "sys_updated_by", "sys_updated_on", "sys_mod_count", "sys_tags", "sys_class_name",
        "sys_domain", "sys_domain_path", "sys_name", "sys_package", "sys_policy", "sys_scope", "sys_update_name", "sys_overrides",
        "__status");

    private static IReadOnlyList<ExportNode> Rows(ExportNode file) =>
        file.IsList ? file.Items : (file.Find("result") ?? file.Find("records") ?? file).ItemsOrOne;

    private static bool IsDefinition(ExportNode row) => row.Has("start_condition") || row.Has("stop_condition");

    private static bool IsSpan(ExportNode row) => row.Has("start_date_time");

    private static bool IsSchedule(ExportNode row) => row.Has("time_zone") && !IsDefinition(row) && !IsSpan(row);

    private static void Add(
        ExportNode row, CarriedAgreement agreement, Dictionary<string, CarriedCalendar> schedules, HashSet<string> taken)
    {
        SkipSystem(row);
        row.Skip(
            "short_description", "collection", "flow", "workflow", "contract", "number", "enable_logging", "vendor", "domain", "overrides");
        var name = row.Get("name").Text;
        if (row.Find("active")?.Truth == false)
        {
            agreement.Notes.Add(CarriedAgreement.NotCarried($"'{name}', which is not active: {row.Quote()}"));
            return;
        }

        var notes = new List<string> { name };
        var fields = new List<string>();
        var start = row.Find("start_condition")?.Text ?? string.Empty;
        var when = EncodedQuery.Read(start, fields);
        if (row.Find("stop_condition") is { } stop)
            notes.Add($"In ServiceNow it stops with {stop.Quote()}; here as its metric says.");
        var pause = row.Find("pause_condition");
        if (pause is not null) notes.Add($"In ServiceNow it stands still while {pause.Quote()}; here in the statuses that 'pause' names.");
        if (when is not null)
        {
            notes.AddRange(fields.Distinct(StringComparer.Ordinal).Select(Exports.FieldNote));
            if (EncodedQuery.HasIds(when))
                notes.Add("Groups, people and companies are ids here; ServiceNow's webhooks tell names: write them instead.");
        }

        if (row.Find("type") is { } type && type.Text != "SLA") notes.Add($"In ServiceNow it is of the type {type.Text}.");

        var metric = row.Find("target")?.Text switch { "response" => "firstResponse", "resolution" => "resolution", _ => null };
        var isRelative = row.Find("duration_type") is not null;
        var seconds = isRelative && row.Find("duration") is null ? 3600 : Seconds(row.Get("duration"));
        var calendar = Calendar(row, agreement, schedules);
        var table = row.Find("table");
        notes.AddRange(Exports.Leftovers(row));
        agreement.Targets.Add(new CarriedTarget(
            YamlText.Name(name, taken), metric ?? "resolution", when ?? CarriedCondition.Every, seconds, calendar)
        {
            Pauses = metric == "firstResponse" ? pause is not null ? true : null : pause is null ? false : null,
            Notes = notes,
            Uncarried = isRelative ? $"its duration is worked out by a script ({row.Get("duration_type").Quote()})"
                : metric is null ? "it says neither response nor resolution as its target; write what it measures"
                : when is null ? $"it is for: {start}; write 'when' by hand"
                : table is not null && Value(table) is not ("incident" or "task") ? $"it is for records of the table {Value(table)}"
                : null,
        });
    }

    private static string Calendar(ExportNode row, CarriedAgreement agreement, Dictionary<string, CarriedCalendar> schedules)
    {
        var source = row.Find("schedule_source")?.Text ?? "sla_definition";
        row.Skip("schedule_source_field", "timezone_source", "timezone");
        if (row.Find("schedule") is not { } schedule || source == "no_schedule") return Exports.Always(agreement);

        var id = Value(schedule);
        return schedules.TryGetValue(id, out var known) && known.Week.Count > 0
            ? known.Name
            : throw schedule.Wrong($"there is no schedule {id} with hours in these files; {Way}");
    }

    // A stretch is written as the moment so long after 1970 began.
    private static long Seconds(ExportNode node)
    {
        if (Budget.Parse(node.Text) is not { Success: true, Value: var end })
            throw node.Wrong($"'{node.Text}' is no duration such as 1970-01-01 04:00:00; export the values, not what is displayed");

        var length = (end.InUtc().ToInstant() - Instant.FromUnixTimeSeconds(0)).TotalSeconds;
        return length is > 0 and < Exports.TenYears ? (long)length : throw node.Wrong($"'{node.Text}' is no time for a promise");
    }
}
