namespace SlaMonitor.Samples;

/// <summary>Writes iCalendar texts for tests.</summary>
public static class CalendarText
{
    /// <summary>A calendar of events, each given by its lines without the first and the last.</summary>
    public static string Of(params IEnumerable<string> events) =>
        string.Concat(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//tests//EN\r\n", string.Concat(events.Select(Event)), "END:VCALENDAR\r\n");

    /// <summary>A shift of somebody, between two moments as the format writes them, as in <c>20260302T080000Z</c>.</summary>
    public static string Shift(string who, string from, string to, params IEnumerable<string> more) =>
        string.Join('\n', [$"SUMMARY:{who}", $"DTSTART{from}", $"DTEND{to}", .. more]);

    private static string Event(string lines, int number)
    {
        var uid = lines.Contains("UID:", StringComparison.Ordinal) ? string.Empty : $"UID:{number}\n";
        return $"BEGIN:VEVENT\n{uid}{lines.Trim()}\nEND:VEVENT\n".ReplaceLineEndings("\r\n");
    }
}
