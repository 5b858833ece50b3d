using NodaTime;
using NodaTime.Text;
using SlaMonitor.Cli.Importing.Carrying;
using SlaMonitor.Cli.Importing.Reading;

namespace SlaMonitor.Cli.Importing.Helpdesks;

/// <summary>What the exports of all helpdesks have in common.</summary>
internal static class Exports
{
    /// <summary>The longest time that anything is promised in, in seconds.</summary>
    public const long TenYears = 10 * 365 * 86_400L;

    private const int LongestHoliday = 100;

    private static readonly IsoDayOfWeek[] Weekdays = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)];

    /// <summary>Closes a calendar from one day to another.</summary>
    /// <exception cref="ImportException">The days are in the wrong order, or too many.</exception>
    public static void Close(CarriedCalendar calendar, LocalDate from, LocalDate to, string? reason, ExportNode place)
    {
        if (to < from || Period.DaysBetween(from, to) > LongestHoliday)
            throw place.Wrong($"from {from:uuuu-MM-dd} to {to:uuuu-MM-dd} is no holiday; mend it in the export");

        calendar.Close(from, to, reason);
    }

    /// <summary>What is said of a free field that is asked for.</summary>
    public static string FieldNote(string field) =>
        $"The field '{field}' has to be sent: the connection's setting Fields says where it stands in the webhook.";

    /// <summary>The id of the zone that a node names.</summary>
    /// <exception cref="ImportException">Nobody is known to call a zone so.</exception>
    public static string Zone(ExportNode node) => HelpdeskZone.Find(node.Text)
        ?? throw node.Wrong($"'{node.Text}' is no time zone that is known here; write an IANA id for it, as in Europe/Berlin");

    /// <summary>The day of the week that a node names.</summary>
    /// <param name="name">Its name in English, in any case.</param>
    /// <param name="place">Where it stands.</param>
    /// <exception cref="ImportException">It is no day of the week; a number could mean that weeks begin on Sunday.</exception>
    public static IsoDayOfWeek Weekday(string name, ExportNode place) =>
        Array.Find(Weekdays, day => day.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)) is not IsoDayOfWeek.None and var day
            ? day
            : throw place.Wrong($"'{name}' is no day of the week");

    /// <summary>The date that a node says.</summary>
    /// <exception cref="ImportException">It is none.</exception>
    public static LocalDate Date(ExportNode node) => LocalDatePattern.Iso.Parse(node.Text) is { Success: true, Value: var date }
        ? date
        : throw node.Wrong($"'{node.Text}' is no date such as 2026-12-25");

    /// <summary>A budget, which has to be more than nothing.</summary>
    public static long Seconds(ExportNode node, long factor) =>
        node.Whole is > 0 and <= TenYears && node.Whole * factor is <= TenYears and var seconds
            ? seconds
            : throw node.Wrong($"'{node.Text}' is no time in which anything could be promised; mend it in the export");

    /// <summary>What nobody has read of a node, as notes.</summary>
    public static IEnumerable<string> Leftovers(ExportNode node) => node.Leftovers().Select(CarriedAgreement.NotCarried);

    /// <summary>The lists of some name in all files; the list or object itself where a file is nothing else.</summary>
    public static IReadOnlyList<ExportNode> All(IReadOnlyList<ExportNode> files, string name) =>
        [.. files.Where(file => file.IsObject).Select(file => file.Find(name)).OfType<ExportNode>().SelectMany(found => found.ItemsOrOne)];

    /// <summary>Refuses files of which nothing is known.</summary>
    public static void Expect(IReadOnlyList<ExportNode> files, Func<ExportNode, bool> isKnown, string expected)
    {
        if (files.FirstOrDefault(file => !isKnown(file)) is { } foreign) throw foreign.Wrong($"this is not what was expected: {expected}");
    }

    /// <summary>The calendar that never closes, which is in the agreement once something counts by it.</summary>
    public static string Always(CarriedAgreement agreement)
    {
        if (agreement.Calendars.TrueForAll(calendar => calendar.Name != CarriedCalendar.AlwaysOpen))
        {
            var always = new CarriedCalendar(CarriedCalendar.AlwaysOpen, null);
            always.Week.AddRange(Weekdays.Select(day => (day, 0, 24 * 60)));
            agreement.Calendars.Add(always);
        }

        return CarriedCalendar.AlwaysOpen;
    }

    /// <summary>The calendar by which something counts that goes by office hours.</summary>
    /// <exception cref="ImportException">The export has none.</exception>
    public static string Office(CarriedAgreement agreement, ExportNode asked, string way) =>
        agreement.Calendars.FirstOrDefault(calendar => calendar.Name != CarriedCalendar.AlwaysOpen)?.Name
        ?? throw asked.Wrong($"it counts in business hours, and no file says which these are; {way}");
}
