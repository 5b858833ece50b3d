using NodaTime;
using SlaMonitor.Cli.Importing.Carrying;
using SlaMonitor.Cli.Importing.Reading;

namespace SlaMonitor.Cli.Importing.Helpdesks;

/// <summary>
/// Zendesk: <c>/api/v2/slas/policies.json</c>, <c>/api/v2/business_hours/schedules.json</c> and
/// <c>/api/v2/business_hours/schedules/ID/holidays.json</c>.
/// </summary>
internal static class ZendeskImport
{
    private const int MinutesOfADay = 24 * 60;

    private const string Way =
        "fetch /api/v2/slas/policies.json, /api/v2/business_hours/schedules.json and the holidays.json of the schedule";

    // Of those that measure until the ticket is solved, the first that is used is the resolution; others are metrics of its own.
    private static readonly (string Name, string Title, string[] Statuses)[] Resolutions =
    [
        ("agent_work_time", "Agent work time", ["pending", "onHold"]),
        ("requester_wait_time", "Requester wait time", ["pending"]),
        ("total_resolution_time", "Total resolution time", []),
    ];

    public static CarriedAgreement Read(IReadOnlyList<ExportNode> files)
    {
        Exports.Expect(files, file => file.IsObject && (file.Has("sla_policies") || file.Has("schedules") || file.Has("holidays")), Way);
        Complete(files);
        var taken = new HashSet<string>(StringComparer.Ordinal) { CarriedCalendar.AlwaysOpen };
        var calendars = Calendars(files, taken).ToList();
        var agreement = new CarriedAgreement("Zendesk", calendars.FirstOrDefault()?.Zone ?? "UTC");
        agreement.Calendars.AddRange(calendars);
        if (calendars.Count > 1)
        {
            agreement.Notes.Add(CarriedAgreement.NotCarried(
                $"which schedule counts for which tickets, as triggers set it; here '{calendars[0].Name}' counts for all"));
        }

        var policies = Exports.All(files, "sla_policies").OrderBy(policy => policy.Find("position")?.Whole ?? long.MaxValue).ToList();
        var resolutions = Metrics(policies, agreement);
        agreement.Targets.AddRange(CarriedPolicy.Targets([.. policies.Select(policy => Policy(policy, agreement, resolutions))], taken));
        foreach (var file in files) agreement.Notes.AddRange(Exports.Leftovers(file));
        return agreement;
    }

    private static void Complete(IReadOnlyList<ExportNode> files)
    {
        foreach (var file in files) file.Skip("count", "previous_page", "url", "links");
        foreach (var name in (string[])["sla_policies", "schedules", "holidays"])
        {
            var pages = files.Where(file => file.Has(name)).ToList();
            var open = pages.Select(page => page.Find("next_page")).OfType<ExportNode>().ToList();
            if (open.Count > 0 && open.Count == pages.Count)
                throw open[^1].Wrong("there is another page; fetch it, and name its file too");
        }
    }

    private static IEnumerable<CarriedCalendar> Calendars(IReadOnlyList<ExportNode> files, HashSet<string> taken)
    {
        var schedules = Exports.All(files, "schedules");
        var loose = Exports.All(files, "holidays");
        foreach (var schedule in schedules)
        {
            schedule.Skip("id", "created_at", "updated_at");
            var calendar = new CarriedCalendar(
                YamlText.Name(schedule.Find("name")?.Text ?? "office", taken), Exports.Zone(schedule.Get("time_zone")));
            foreach (var interval in schedule.Get("intervals").Items) Open(interval, calendar);
            foreach (var holiday in schedule.Find("holidays")?.Items ?? []) Close(holiday, calendar);
            if (schedules.Count == 1)
            {
                foreach (var holiday in loose) Close(holiday, calendar);
            }

            calendar.Notes.AddRange(Exports.Leftovers(schedule));
            if (schedules.Count > 1 && loose.Count > 0)
            {
                calendar.Notes.Add(CarriedAgreement.NotCarried(
                    "holidays, whose file does not say of which schedule they are: "
                    + string.Join(", ", loose.Select(holiday => holiday.Quote()))));
            }

            yield return calendar;
        }
    }

    // Minutes since Sunday; an interval does not span days.
    private static void Open(ExportNode interval, CarriedCalendar calendar)
    {
        var (start, end) = (interval.Get("start_time").Whole, interval.Get("end_time").Whole);
        if (start < 0 || end <= start || end > 7 * MinutesOfADay || start / MinutesOfADay != (end - 1) / MinutesOfADay)
            throw interval.Wrong($"from minute {start} to {end} of the week is no stretch of one day; export it anew");

        var day = (int)(start / MinutesOfADay);
        var from = (int)(start % MinutesOfADay);
        calendar.Week.Add((day == 0 ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)day, from, from + (int)(end - start)));
    }

    private static void Close(ExportNode holiday, CarriedCalendar calendar)
    {
        holiday.Skip("id");
        Exports.Close(
            calendar, Exports.Date(holiday.Get("start_date")), Exports.Date(holiday.Get("end_date")), holiday.Find("name")?.Text, holiday);
        calendar.Notes.AddRange(Exports.Leftovers(holiday));
    }

    private static Dictionary<string, (string Metric, bool? Pauses)> Metrics(IReadOnlyList<ExportNode> policies, CarriedAgreement agreement)
    {
        var used = policies.SelectMany(policy => policy.Find("policy_metrics")?.Items ?? [])
            .Select(metric => metric.Find("metric")?.Text).ToHashSet(StringComparer.Ordinal);
        var metrics = new Dictionary<string, (string Metric, bool? Pauses)>(StringComparer.Ordinal)
        {
            ["first_reply_time"] = ("firstResponse", null),
            ["next_reply_time"] = ("nextResponse", null),
            ["periodic_update_time"] = ("update", null),
            ["pausable_update_time"] = ("update", true),
        };
        foreach (var (name, title, statuses) in Resolutions.Where(resolution => used.Contains(resolution.Name)))
        {
            if (metrics.Values.All(known => known.Metric != "resolution"))
            {
                metrics[name] = ("resolution", statuses.Length == 0 ? false : null);
                if (statuses.Length == 1) agreement.PausingStatuses = statuses;
            }
            else
            {
                var own = name.Replace('_', '-');
                var pauses = statuses.Length == 0 ? "" : $", pauses: {{ status: {YamlText.OfList(statuses)} }}";
                agreement.Metrics.Add($"  {own}: {{ title: {title}, starts: created, stops: resolved{pauses} }}");
                metrics[name] = (own, null);
            }
        }

        return metrics;
    }

    private static CarriedPolicy Policy(
        ExportNode policy, CarriedAgreement agreement, Dictionary<string, (string Metric, bool? Pauses)> metrics)
    {
        policy.Skip("id", "url", "created_at", "updated_at", "position");
        var title = policy.Find("title")?.Text ?? "policy";
        var (when, notes, uncarried) = ZendeskFilter.Read(policy.Find("filter"));
        var carried = new CarriedPolicy(title, when) { Uncarried = uncarried };
        if (policy.Find("description")?.Text is { } description && description != title) carried.Notes.Add(description);
        carried.Notes.AddRange(notes);
        foreach (var metric in policy.Get("policy_metrics").Items) carried.Promises.Add(Promise(metric, carried, agreement, metrics));
        carried.Notes.AddRange(Exports.Leftovers(policy));
        return carried;
    }

    private static CarriedPolicy.Promise Promise(
        ExportNode node, CarriedPolicy policy, CarriedAgreement agreement, Dictionary<string, (string Metric, bool? Pauses)> metrics)
    {
        var name = node.Get("metric").Text;
        var seconds = node.Find("target_in_seconds") is { } exact ? Exports.Seconds(exact, 1) : Exports.Seconds(node.Get("target"), 60);
        node.Skip("target");
        var priority = node.Get("priority");
        if (priority.Text is not ("low" or "normal" or "high" or "urgent"))
            throw priority.Wrong($"'{priority.Text}' is no priority; there are low, normal, high and urgent");

        var calendar = node.Find("business_hours")?.Truth == true ? Exports.Office(agreement, node, Way) : Exports.Always(agreement);
        var known = metrics.TryGetValue(name, out var metric);
        var promise = new CarriedPolicy.Promise(
            name.Replace('_', '-'), known ? metric.Metric : "resolution", priority.Text, seconds, calendar)
        {
            Pauses = metric.Pauses,
        };
        return promise with
        {
            Notes = [.. Exports.Leftovers(node)],
            Uncarried = !known
                ? $"the metric '{name}' is not known here; write it as a metric of its own"
                : policy.Promises.Exists(other => other.Covers(promise)) ? "the target before it measures the same" : null,
        };
    }
}
