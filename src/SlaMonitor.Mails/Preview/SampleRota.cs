using NodaTime;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Mails.Preview;

/// <summary>A rotation by a calendar, with a shift that was swapped and a day that nobody has.</summary>
internal static class SampleRota
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    public static Contact Contact { get; } = new()
    {
        Id = "on-call",
        Rotation = new Rotation(DatedTurns.Of(
        [
            Week(16, 23, SampleDesk.Anna), Week(22, 30, "ben@example.com"), Week(31, 38, "chen@example.com"),
        ]))
        {
            Overrides =
            [
                new RotationOverride(Week(25, 26, SampleDesk.Anna).Span, SampleDesk.Anna)
                {
                    ChangedBy = "ben@example.com",
                    ChangedAt = Instant.FromUtc(2026, 3, 18, 9, 0),
                },
            ],
        },
    };

    /// <param name="from">The day of March on which it begins, at nine.</param>
    /// <param name="until">The day of March on which it ends, at nine.</param>
    /// <param name="member">Whose it is.</param>
    private static Shift Week(int from, int until, string member) => new(new Interval(Nine(from), Nine(until)), member);

    private static Instant Nine(int day) =>
        (new LocalDate(2026, 3, 1).PlusDays(day - 1) + new LocalTime(9, 0)).InZoneLeniently(Zone).ToInstant();
}
