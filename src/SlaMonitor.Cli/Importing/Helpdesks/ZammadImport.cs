using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Cli.Importing.Carrying;
using SlaMonitor.Cli.Importing.Reading;

namespace SlaMonitor.Cli.Importing.Helpdesks;

/// <summary>Zammad: <c>/api/v1/slas</c> and <c>/api/v1/calendars</c>.</summary>
internal static class ZammadImport
{
    private const string Way = "fetch /api/v1/slas and /api/v1/calendars";

    // What every record has, and says nothing of what is promised.
    private static readonly string[] Records =
        ["id", "created_at", "updated_at", "created_by_id", "updated_by_id", "created_by", "updated_by"];

    private static readonly (string Key, string Metric)[] Budgets =
    [
        ("first_response_time", "firstResponse"), ("response_time", "nextResponse"), ("update_time", "update"),
        ("solution_time", "resolution"),
    ];

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["ticket.group_id"] = "group",
        ["ticket.organization_id"] = "customer",
        ["ticket.owner_id"] = "assignee",
        ["ticket.customer_id"] = "requester",
        ["ticket.tags"] = "tags",
        ["ticket.priority_id"] = "priority",
        ["customer.organization_id"] = "customer",
        ["organization.name"] = "customer",
        ["group.name"] = "group",
    };

    public static CarriedAgreement Read(IReadOnlyList<ExportNode> files)
    {
        var items = files.SelectMany(file => file.ItemsOrOne).ToList();
        Exports.Expect(items, item => item.IsObject && (item.Has("solution_time") || item.Has("business_hours")), Way);
        var taken = new HashSet<string>(StringComparer.Ordinal) { CarriedCalendar.AlwaysOpen };
        var calendars = items.Where(item => item.Has("business_hours"))
            .Select(hours => (Node: hours, Calendar: Calendar(hours, taken))).ToList();
        var first = calendars.FirstOrDefault(known => known.Node.Find("default")?.Truth == true).Calendar
            ?? calendars.Select(known => known.Calendar).FirstOrDefault();
        var agreement = new CarriedAgreement("Zammad", first?.Zone ?? "UTC");
        agreement.Calendars.AddRange(calendars.Select(known => known.Calendar));

        // The one that is first by name governs a ticket.
        var slas = items.Where(item => item.Has("solution_time")).OrderBy(sla => sla.Get("name").Text, StringComparer.Ordinal);
        agreement.Targets.AddRange(CarriedPolicy.Targets([.. slas.Select(sla => Policy(sla, CalendarOf))], taken));
        foreach (var item in items) agreement.Notes.AddRange(Exports.Leftovers(item));
        return agreement;

        string CalendarOf(ExportNode sla)
        {
            var id = sla.Get("calendar_id");
            return calendars.Find(known => known.Node.Get("id").Text == id.Text).Calendar?.Name
                ?? throw id.Wrong($"there is no calendar {id.Text} in these files; {Way}");
        }
    }

    private static CarriedCalendar Calendar(ExportNode node, HashSet<string> taken)
    {
        node.Skip(Records);
        node.Skip("last_log", "last_sync", "default");
        var calendar = new CarriedCalendar(YamlText.Name(node.Get("name").Text, taken), Exports.Zone(node.Get("timezone")));
        foreach (var (word, day) in node.Get("business_hours").Members())
        {
            var weekday = Array.IndexOf(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], word) + 1;
            if (weekday == 0) throw day.Wrong($"'{word}' is no day of the week; there are mon, tue, wed, thu, fri, sat, sun");
            if (day.Find("active")?.Truth != true)
            {
                day.Skip("timeframes");
                continue;
            }

            foreach (var frame in day.Get("timeframes").Items)
            {
                if (frame.Items is not [var from, var to]) throw frame.Wrong("two times are expected here");
                var (start, end) = (Minute(from), Minute(to));
                if (end is 0 or 24 * 60 - 1) end = 24 * 60;
                if (end <= start) throw frame.Wrong("it closes before it opens; export it anew");
                calendar.Week.Add(((IsoDayOfWeek)weekday, start, end));
            }
        }

        foreach (var (date, holiday) in node.Find("public_holidays")?.Members() ?? [])
        {
            var isOff = holiday.Find("active")?.Truth == true;
            var reason = holiday.Find("summary")?.Text;
            holiday.Skip("feed");
            if (LocalDatePattern.Iso.Parse(date) is not { Success: true, Value: var day }) throw holiday.Wrong($"'{date}' is no date");
            if (isOff) Exports.Close(calendar, day, day, reason, holiday);
        }

        if (node.Find("ical_url")?.Text is { } feed)
        {
            calendar.Notes.Add(
                $"Its holidays came from {feed}: keep that file beside the agreement, named by 'holidays: [{{ ical: … }}]'.");
        }

        calendar.Notes.AddRange(Exports.Leftovers(node));
        return calendar;
    }

    private static int Minute(ExportNode node)
    {
        var parts = node.Text.Split(':');
        return parts is [var hour, var minute]
            && int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var h) && h <= 24
            && int.TryParse(minute, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m < 60 && h * 60 + m <= 24 * 60
                ? h * 60 + m
                : throw node.Wrong($"'{node.Text}' is no time such as 09:00");
    }

    private static CarriedPolicy Policy(ExportNode sla, Func<ExportNode, string> calendarOf)
    {
        sla.Skip(Records);
        sla.Skip("first_response_time_in_text", "response_time_in_text", "update_time_in_text", "solution_time_in_text");
        var notes = new List<string>();
        string? uncarried = null;
        var parts = Parts(sla.Find("condition")).Select(Condition).OfType<CarriedCondition>().ToList();
        var carried = new CarriedPolicy(sla.Get("name").Text, new CarriedCondition.All(parts)) { Uncarried = uncarried };
        var calendar = calendarOf(sla);
        foreach (var (key, metric) in Budgets)
        {
            if (sla.Find(key) is { } budget)
                carried.Promises.Add(new(key.Replace('_', '-'), metric, null, Exports.Seconds(budget, 60), calendar));
        }

        carried.Notes.AddRange([.. notes, .. Exports.Leftovers(sla)]);
        return carried;

        CarriedCondition? Condition((string Name, ExportNode Node) part)
        {
            var (name, node) = part;
            if (name == "ticket.state_id")
            {
                notes.Add(CarriedAgreement.NotCarried(
                    $"ticket.state_id: {node.Quote()}: what is promised does not change with the status; "
                    + "'pause' says which statuses stop a clock"));
                return null;
            }

            var values = (node.Find("value")?.ItemsOrOne ?? []).Select(value => value.Text).ToArray();
            var key = Keys.GetValueOrDefault(name)
                ?? (name.StartsWith("ticket.", StringComparison.Ordinal) && name[7..].All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
                    ? $"{CarriedCondition.Field}{name[7..]}"
                    : null);
            var words = values.Select(value => key == "priority" ? Priority(value) : value).ToArray();
            var negative = node.Find("operator")?.Text switch
            {
                "is" or "contains one" or "is any of" => false,
                "is not" or "contains one not" or "is none of" => true,
                _ => (bool?)null,
            };
            if (key is null || negative is null || words.Contains(null) || node.Find("pre_condition") is { Text: not "specific" }
                || CarriedCondition.OneOf(key, words!) is not { } isOneOf)
            {
                uncarried ??= $"it asks for {name}: {node.Quote()}; write 'when' by hand";
                return null;
            }

            if (key.StartsWith(CarriedCondition.Field, StringComparison.Ordinal))
                notes.Add(Exports.FieldNote(key[CarriedCondition.Field.Length..]));
            else if (name.EndsWith("_id", StringComparison.Ordinal) && key != "priority")
                notes.Add($"The {key} is an id here; Zammad's webhooks tell names: write them instead.");
            return negative.Value ? new CarriedCondition.Not(isOneOf) : isOneOf;
        }
    }

    // A mapping of names; in newer versions also a list of which all hold.
    private static IEnumerable<(string Name, ExportNode Node)> Parts(ExportNode? condition)
    {
        if (condition is null) return [];
        if (!condition.Has("conditions")) return condition.Members();

        var word = condition.Find("operator");
        if (word is not null && word.Text != "AND") return [("any of some conditions", condition)];
        return condition.Get("conditions").Items.Select(part => (part.Find("name")?.Text ?? "conditions in conditions", part));
    }

    // Zammad's own three have these ids.
    private static string? Priority(string id) => id switch
    {
        "1" or "1 low" => "low",
        "2" or "2 normal" => "normal",
        "3" or "3 high" => "high",
        _ => null,
    };
}
