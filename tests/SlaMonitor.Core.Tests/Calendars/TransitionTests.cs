using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Tests.Calendars.Reference;
using static SlaMonitor.Core.Tests.Calendars.Samples;

namespace SlaMonitor.Core.Tests.Calendars;

/// <summary>
/// A week around one change of the clocks, asked every quarter of an hour, against the calendar that steps. The weeks are always the same,
/// so that this takes a moment; <see cref="ReferenceTests"/> look for weeks that nobody thought of, and take long.
/// </summary>
public sealed class TransitionTests
{
    private static readonly Duration Step = Duration.FromMinutes(15);
    private static readonly string[] Weeks =
    [
        "09:00-18:00", "22:00-02:30", "00:00-24:00", "00:00-00:30 02:15-02:45 03:00-04:00 09:00-12:00 13:00-18:00 23:00-23:30",
    ];

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29")] // an hour, in the night
    [InlineData("Europe/Berlin", "2026-10-25")]
    [InlineData("America/Los_Angeles", "2026-03-08")] // behind UTC
    [InlineData("America/Los_Angeles", "2026-11-01")]
    [InlineData("Australia/Lord_Howe", "2026-04-05")] // half an hour
    [InlineData("Australia/Lord_Howe", "2026-10-04")]
    [InlineData("Antarctica/Troll", "2026-03-29")] // two hours
    [InlineData("America/Sao_Paulo", "2018-11-04")] // at midnight
    [InlineData("Pacific/Apia", "2011-12-30")] // a date that never was
    [InlineData("Pacific/Kwajalein", "1993-08-21")]
    [InlineData("Asia/Kathmandu", "2026-05-01")] // no change at all
    [InlineData("UTC", "2026-02-28")]
    public void Week_AroundAChangeOfTheClocks_IsWhatStepsThroughItFind(string zone, string date) =>
        Assert.All(Weeks, hours =>
        {
            var center = At($"{date} 00:00 +00:00");
            Compare(zone, hours, center, []);
            Compare(
                zone,
                hours,
                center,
                [
                    Span(center, -30, 20), Span(center, -12, 4), Span(center, -8, 2), // two that meet and one across them
                    Span(center, 1, 3), Span(center, 20, 0), Span(center, 26, 24), Span(center, 60, 1),
                    new Interval(null, center - Duration.FromDays(3)), new Interval(center + Duration.FromDays(4), null),
                ]);
        });

    private static void Compare(string zone, string hours, Instant center, IReadOnlyList<Interval> exclusions)
    {
        var definition = Definition(zone, ("mon-sun", hours));
        var calendar = BusinessCalendar.Compile(definition).Without(exclusions);
        var reference = new SteppingCalendar(definition, exclusions, Step);
        var (from, to) = (center - Duration.FromDays(4), center + Duration.FromDays(5));
        var (elapsed, opening) = (Duration.Zero, (Instant?)null);
        var open = new List<Interval>();
        for (var at = from; at < to; at += Step)
        {
            Assert.Equal(reference.IsOpen(at), calendar.IsOpen(at));
            Assert.Equal(reference.IsOpen(at), calendar.IsOpen(at + Step - Duration.FromTicks(1)));
            Assert.Equal(Of(elapsed), calendar.Elapsed(from, at));
            if (!reference.IsOpen(at))
            {
                opening = null;
                continue;
            }

            Assert.Equal(at, calendar.NextOpening(opening is null && open.Count > 0 ? open[^1].End : at));
            elapsed += Step;
            Assert.Equal(at + Step, calendar.Add(from, Of(elapsed)));
            Assert.Equal(at, calendar.Subtract(at + Step, Of(Step)));
            if (opening is null) open.Add(new Interval(opening = at, at + Step));
            else open[^1] = new Interval(opening, at + Step);
        }

        Assert.Equal(open, calendar.OpenIntervals(from, to));
        foreach (var days in Enumerable.Range(-7, 15))
            Assert.Equal(reference.AddDays(center, days), calendar.AddDays(center, days));
    }

    private static Interval Span(Instant center, int hours, int length) =>
        new(center + Duration.FromHours(hours), center + Duration.FromHours(hours + length));

    private static BusinessDuration Of(Duration duration) => BusinessDuration.FromTicks(duration.BclCompatibleTicks);
}
