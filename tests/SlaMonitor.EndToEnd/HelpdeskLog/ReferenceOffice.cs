namespace SlaMonitor.EndToEnd.HelpdeskLog;

/// <summary>The opening hours of <c>helpdesk-log.yaml</c>, written a second time and by hand, second by second and day by day.</summary>
internal static class ReferenceOffice
{
    private static readonly DateTimeZone Rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    private static readonly Dictionary<LocalDate, (string Open, string Close)[]> Dated = new()
    {
        [new LocalDate(2012, 12, 24)] = [("08:30", "12:30")],
        [new LocalDate(2012, 12, 25)] = [],
        [new LocalDate(2012, 12, 26)] = [],
        [new LocalDate(2013, 8, 15)] = [],
        [new LocalDate(2013, 8, 17)] = [("09:00", "13:00")],
    };

    /// <summary>Walks the days between two instants and adds up what is open of each.</summary>
    public static IEnumerable<(Instant From, Instant To)> OpenBetween(Instant from, Instant to)
    {
        for (var date = from.InZone(Rome).Date; date <= to.InZone(Rome).Date; date = date.PlusDays(1))
        {
            foreach (var (open, close) in HoursOf(date))
            {
                var start = Instant.Max(from, At(date, open));
                var end = Instant.Min(to, At(date, close));
                if (start < end) yield return (start, end);
            }
        }
    }

    private static (string Open, string Close)[] HoursOf(LocalDate date)
    {
        if (Dated.TryGetValue(date, out var hours)) return hours;

        return date.DayOfWeek switch
        {
            IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday => [],
            IsoDayOfWeek.Friday => [("08:30", "12:30"), ("13:30", "17:00")],
            _ => [("08:30", "12:30"), ("13:30", "18:00")],
        };
    }

    // No change of summer time falls into office hours in Rome: the mapping is strict on purpose.
    private static Instant At(LocalDate date, string time) =>
        (date + new LocalTime(int.Parse(time[..2]), int.Parse(time[3..]))).InZoneStrictly(Rome).ToInstant();
}
