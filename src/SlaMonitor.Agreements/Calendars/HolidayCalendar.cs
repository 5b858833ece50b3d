using System.Globalization;
using System.Text;
using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Calendars;

/// <summary>
/// Holidays as an iCalendar file beside an agreement: the file is what counts, whatever the holidays were worked out by. Whole days alone,
/// in the order of their dates, so that a change of one is a change of its lines.
/// </summary>
public static class HolidayCalendar
{
    /// <summary>No line of the format is longer, in bytes; a longer one goes on in the next.</summary>
    private const int LongestLine = 75;

    /// <summary>Writes a file.</summary>
    /// <param name="title">What the calendar is called.</param>
    /// <param name="source">What the days were worked out by, for whoever asks later.</param>
    /// <param name="id">Makes the ids of the days unlike those of other files: a name of letters, digits and hyphens.</param>
    /// <param name="days">The days, each date once.</param>
    public static string Write(string title, string source, string id, IEnumerable<Holiday> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//SlaMonitor//sla holidays//EN");
        Line(text, $"X-WR-CALNAME:{Escaped(title)}");
        Line(text, $"X-WR-CALDESC:{Escaped(source)}");
        foreach (var day in days.OrderBy(day => day.Date))
        {
            var date = day.Date.ToString("uuuuMMdd", CultureInfo.InvariantCulture);
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{date}-{id}");
            Line(text, $"DTSTAMP:{date}T000000Z");
            Line(text, $"DTSTART;VALUE=DATE:{date}");
            Line(text, $"SUMMARY:{Escaped(day.Name)}");
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>Reads the days off of a file as an agreement that names it does.</summary>
    /// <param name="file">What errors call it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="problems">What is wrong with it.</param>
    /// <returns>The days by date, or <c>null</c> where there is a mistake.</returns>
    public static IReadOnlyList<Holiday>? Read(string file, string text, out IReadOnlyList<AgreementProblem> problems)
    {
        var found = new Problems();
        var list = HolidayFile.Read(
            Path.GetFileNameWithoutExtension(file), file, text, DateTimeZone.Utc, HolidayFilter.Default, found);
        problems = found.InOrder([file]);
        return list?.DaysOff.OrderBy(day => day.Date).ToList();
    }

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    private static void Line(StringBuilder text, string line)
    {
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                length = 1;
            }

            text.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
