using System.Globalization;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>
/// Reads what vendors write beside the format as they mean it, and leaves out the properties that are not asked for, so that a mistake
/// in a place or an alarm costs no event.
/// </summary>
internal static class EventRepairs
{
    private static readonly HashSet<string> Read = new(StringComparer.Ordinal)
    {
        "UID", "SUMMARY", "DESCRIPTION", "CATEGORIES", "STATUS", "TRANSP", "X-APPLE-SPECIAL-DAY", "ATTENDEE",
        "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID",
    };

    /// <param name="lines">An event.</param>
    /// <param name="zones">What the zones are that the calendar brings along, by the names that it gives them.</param>
    public static IReadOnlyList<ContentLine> Of(IEnumerable<ContentLine> lines, IReadOnlyDictionary<string, string> zones) =>
    [
        .. lines.Where(line => Read.Contains(line.Name) && !(line.Value.Trim().Length == 0 && line.Name is not "DTSTART"))
            .Select(line => line.Name == "RRULE" ? line with { Value = Rule(line.Value) } : line)
            .Select(line => line.Zone is { } id ? line.InZone(ZoneOf(id, zones)) : line),
    ];

    private static string ZoneOf(string id, IReadOnlyDictionary<string, string> zones) =>
        FeedZone.Find(id) is { } zone ? zone.Id : zones.GetValueOrDefault(id, id);

    /// <summary>
    /// Confluence writes <c>COUNT=-1</c>, and others <c>INTERVAL=-1</c>, for "not given": the library that they share keeps -1 there. Parts
    /// without a value, and a semicolon at the end, say nothing.
    /// </summary>
    private static string Rule(string value) =>
        string.Join(';', value.Split(';').Select(part => part.Trim()).Where(IsGiven)).ToUpperInvariant();

    private static bool IsGiven(string part)
    {
        var (name, value) = part.Split('=', 2) is [var left, var right] ? (left, right.Trim()) : (part, string.Empty);
        if (value.Length == 0) return false;
        return !(name.ToUpperInvariant() is "COUNT" or "INTERVAL"
            && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number == -1);
    }
}
