using System.Globalization;
using System.Text.RegularExpressions;
using SlaMonitor.Cli.Importing.Carrying;
using SlaMonitor.Cli.Importing.Reading;

namespace SlaMonitor.Cli.Importing.Helpdesks;

/// <summary>Freshdesk: <c>/api/v2/sla_policies</c> and <c>/api/v2/business_hours</c>.</summary>
internal static partial class FreshdeskImport
{
    private const string Way = "fetch /api/v2/sla_policies and /api/v2/business_hours";

    private static readonly string[] Priorities = ["low", "normal", "high", "urgent"];

    private static readonly (string Key, string Metric)[] Budgets =
        [("respond_within", "firstResponse"), ("next_respond_within", "nextResponse"), ("resolve_within", "resolution")];

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["company_ids"] = "customer",
        ["group_ids"] = "group",
        ["ticket_types"] = "fields.type",
        ["product_ids"] = "fields.product_id",
        ["sources"] = "fields.source",
    };

    public static CarriedAgreement Read(IReadOnlyList<ExportNode> files)
    {
        var items = files.SelectMany(file => file.ItemsOrOne).ToList();
        Exports.Expect(items, item => item.IsObject && (item.Has("sla_target") || item.Has("business_hours")), Way);
        var taken = new HashSet<string>(StringComparer.Ordinal) { CarriedCalendar.AlwaysOpen };
        var calendars = items.Where(item => !item.Has("sla_target"))
            .OrderByDescending(hours => hours.Find("is_default")?.Truth == true).Select(hours => Calendar(hours, taken)).ToList();
        var agreement = new CarriedAgreement("Freshdesk", calendars.FirstOrDefault()?.Zone ?? "UTC");
        agreement.Calendars.AddRange(calendars);
        if (calendars.Count > 1)
        {
            agreement.Notes.Add(CarriedAgreement.NotCarried(
                $"which group has which business hours; here the default ones, '{calendars[0].Name}', count for all"));
        }

        var policies = items.Where(item => item.Has("sla_target"))
            .OrderBy(policy => policy.Find("position")?.Whole ?? long.MaxValue).ToList();
        agreement.Targets.AddRange(CarriedPolicy.Targets([.. policies.Where(IsActive).Select(policy => Policy(policy, agreement))], taken));
        foreach (var policy in policies.Where(policy => !IsActive(policy)))
        {
            var name = policy.Find("name")?.Text;
            agreement.Notes.Add(CarriedAgreement.NotCarried($"the policy '{name}', which is not active: {policy.Quote()}"));
        }

        foreach (var item in items) agreement.Notes.AddRange(Exports.Leftovers(item));
        return agreement;
    }

    private static bool IsActive(ExportNode policy) => policy.Find("active")?.Truth != false;

    private static CarriedCalendar Calendar(ExportNode hours, HashSet<string> taken)
    {
        hours.Skip("id", "created_at", "updated_at", "description");
        var calendar = new CarriedCalendar(
            YamlText.Name(hours.Find("name")?.Text ?? "office", taken), Exports.Zone(hours.Get("time_zone")));
        foreach (var (day, times) in hours.Get("business_hours").Members())
        {
            var weekday = Exports.Weekday(day, times);
            var (from, to) = (Minute(times.Get("start_time")), Minute(times.Get("end_time")));
            // The last second of a day is what Freshdesk calls its end.
            if (to == 24 * 60 - 1) to++;
            if (to <= from) throw times.Wrong("it closes before it opens; export it anew");
            calendar.Week.Add((weekday, from, to));
        }

        calendar.Notes.AddRange(Exports.Leftovers(hours));
        return calendar;
    }

    private static int Minute(ExportNode node)
    {
        if (Time().Match(node.Text) is not { Success: true } time) throw node.Wrong($"'{node.Text}' is no time such as 08:00:00 am");

        var hour = int.Parse(time.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        if (time.Groups["half"].Value.Length > 0)
            hour = hour % 12 + (time.Groups["half"].Value.StartsWith("p", StringComparison.OrdinalIgnoreCase) ? 12 : 0);
        return hour * 60 + int.Parse(time.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture);
    }

    private static CarriedPolicy Policy(ExportNode policy, CarriedAgreement agreement)
    {
        policy.Skip("id", "created_at", "updated_at", "position", "is_default");
        var (when, notes, uncarried) = Condition(policy.Find("applicable_to"));
        var carried = new CarriedPolicy(policy.Find("name")?.Text ?? "policy", when) { Uncarried = uncarried };
        if (policy.Find("description")?.Text is { } description) carried.Notes.Add(description);
        carried.Notes.AddRange(notes);
        foreach (var (name, target) in policy.Get("sla_target").Members())
        {
            var priority = PriorityName().Match(name) is { Success: true } match
                ? Priorities[match.Groups["number"].Value[0] - '1']
                : throw target.Wrong($"'{name}' is no priority; there are priority_1 to priority_4");
            var calendar = target.Find("business_hours")?.Truth == true
                ? Exports.Office(agreement, target, Way)
                : Exports.Always(agreement);
            target.Skip("escalation_enabled");
            foreach (var (key, metric) in Budgets)
            {
                if (target.Find(key) is { } budget)
                    carried.Promises.Add(new(key.Replace('_', '-'), metric, priority, Exports.Seconds(budget, 1), calendar));
            }

            carried.Notes.AddRange(Exports.Leftovers(target));
        }

        if (policy.Find("escalation") is { } escalation)
            carried.Notes.Add(CarriedAgreement.NotCarried($"whom it tells, who are known by number alone: {escalation.Quote()}"));
        carried.Notes.AddRange(Exports.Leftovers(policy));
        return carried;
    }

    private static (CarriedCondition When, IReadOnlyList<string> Notes, string? Uncarried) Condition(ExportNode? scope)
    {
        var (parts, notes) = (new List<CarriedCondition>(), new List<string>());
        string? uncarried = null;
        foreach (var (name, values) in scope?.Members() ?? [])
        {
            if (values.IsEmpty) continue;
            if (!Keys.TryGetValue(name, out var key)
                || CarriedCondition.OneOf(key, [.. values.ItemsOrOne.Select(value => value.Text)]) is not { } isOneOf)
            {
                uncarried ??= $"the policy asks for {name}: {values.Quote()}; write 'when' by hand";
                continue;
            }

            parts.Add(isOneOf);
            notes.Add(key.StartsWith(CarriedCondition.Field, StringComparison.Ordinal)
                ? Exports.FieldNote(key[CarriedCondition.Field.Length..])
                : $"The {key} is an id here; Freshdesk's webhooks tell names: write them instead.");
        }

        return (new CarriedCondition.All(parts), notes, uncarried);
    }

    [GeneratedRegex(
        "^(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(:[0-9]{2})? ?(?<half>[ap]m)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();

    [GeneratedRegex("^priority_(?<number>[1-4])$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PriorityName();
}
