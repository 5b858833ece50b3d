using NodaTime;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Mails.Summaries;

/// <summary>A calendar in a sentence or two.</summary>
internal static class CalendarSummary
{
    /// <summary>How many closed days are named.</summary>
    private const int DaysNamed = 5;

    /// <summary>How far ahead they are looked for.</summary>
    private static readonly Period Ahead = Period.FromYears(1);

    public static string Of(BusinessCalendar calendar, Instant now, SummaryWords words)
    {
        var definition = calendar.Definition;
        var hours = definition.Week.Where(day => day.Value.Count > 0)
            .OrderBy(day => day.Key)
            .Select(day => (day.Key, string.Join(", ", day.Value)));
        return string.Join(
            ' ',
            new[]
            {
                words.Hours(calendar.Id, calendar.Zone.Id, [.. InRuns(hours)]),
                ClosedNext(calendar, now) is { Count: > 0 } closed ? words.ClosedNext(closed) : null,
                definition.Holidays.Min(rule => rule.List.CoveredTo) is { } last ? words.HolidaysKnownUntil(last) : null,
            }.OfType<string>());
    }

    /// <summary>The days on which the week would open the calendar, and a holiday or an agreed date closes it.</summary>
    private static List<(LocalDate Date, string? Name)> ClosedNext(BusinessCalendar calendar, Instant now)
    {
        var today = now.InZone(calendar.Zone).Date;
        var closed = new List<(LocalDate, string?)>();
        for (var date = today; date < today + Ahead && closed.Count < DaysNamed; date = date.PlusDays(1))
        {
            if (calendar.Definition.Week.TryGetValue(date.DayOfWeek, out var hours) && hours.Count > 0 && !IsOpenOn(calendar, date))
                closed.Add((date, NameOf(calendar.Definition, date)));
        }

        return closed;
    }

    private static bool IsOpenOn(BusinessCalendar calendar, LocalDate date) => calendar.Elapsed(
        calendar.Zone.AtStartOfDay(date).ToInstant(), calendar.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant()) > BusinessDuration.Zero;

    private static string? NameOf(CalendarDefinition definition, LocalDate date) =>
        definition.Overrides.FirstOrDefault(agreed => agreed.Date == date)?.Reason
        ?? definition.Holidays.SelectMany(rule => rule.List.DaysOff).FirstOrDefault(day => day.Date == date)?.Name;

    /// <summary>Days in a row that have the same hours are one entry.</summary>
    private static List<(IsoDayOfWeek First, IsoDayOfWeek Last, string Hours)> InRuns(IEnumerable<(IsoDayOfWeek Day, string Hours)> days)
    {
        var runs = new List<(IsoDayOfWeek First, IsoDayOfWeek Last, string Hours)>();
        foreach (var (day, hours) in days)
        {
            if (runs.Count > 0 && runs[^1].Last + 1 == day && string.Equals(runs[^1].Hours, hours, StringComparison.Ordinal))
                runs[^1] = runs[^1] with { Last = day };
            else
                runs.Add((day, day, hours));
        }

        return runs;
    }
}
