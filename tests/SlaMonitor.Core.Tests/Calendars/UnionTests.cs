using CsCheck;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using SlaMonitor.Core.Tests.Calendars.Reference;
using static SlaMonitor.Core.Tests.Calendars.Samples;

namespace SlaMonitor.Core.Tests.Calendars;

/// <summary>A union is open whenever one of its calendars is, each in its own zone.</summary>
public sealed class UnionTests
{
    private static readonly CalendarDefinition Asia = Definition("Asia/Singapore", ("mon-fri", "09:00-17:00")) with { Id = "asia" };
    private static readonly CalendarDefinition Europe = Definition("Europe/Berlin", ("mon-fri", "09:00-17:00")) with { Id = "europe" };

    private static readonly CalendarDefinition America =
        Definition("America/New_York", ("mon-fri", "09:00-17:00")) with { Id = "america" };

    private static CalendarDefinition UnionOf(params CalendarDefinition[] members) =>
        new() { Id = "sun", TimeZone = "UTC", Union = members };

    [Fact]
    public void OpenIntervals_AroundTheWorld_AreTheHoursOfEachDesk()
    {
        var sun = BusinessCalendar.Compile(UnionOf(Asia, Europe, America));

        Assert.Equal(
            [
                // Singapore from 01:00 to 09:00, Berlin in winter from 08:00 to 16:00, New York from 14:00 to 22:00.
                new Interval(At("2026-01-06 01:00 +00:00"), At("2026-01-06 22:00 +00:00")),
                new Interval(At("2026-01-07 01:00 +00:00"), At("2026-01-07 22:00 +00:00")),
            ],
            sun.OpenIntervals(At("2026-01-06 00:00 +00:00"), At("2026-01-08 00:00 +00:00")));
        Assert.Equal(At("2026-01-08 05:00 +00:00"), sun.Add(At("2026-01-06 22:30 +00:00"), BusinessDuration.FromHours(25)));
    }

    [Fact]
    public void OpenIntervals_WhereSummerTimeBeginsEarlierInAmerica_FollowEachZone() =>
        Assert.Equal( // from 8 March on New York is an hour earlier; Berlin follows on 29 March
            [new Interval(At("2026-03-10 08:00 +00:00"), At("2026-03-10 21:00 +00:00"))],
            BusinessCalendar.Compile(UnionOf(Europe, America))
                .OpenIntervals(At("2026-03-10 00:00 +00:00"), At("2026-03-11 00:00 +00:00")));

    [Fact]
    public void IsOpen_HolidayOfOneCalendar_ClosesThatOneAlone()
    {
        var off = new HolidayRule(new HolidayList
        {
            Name = "off",
            DaysOff = [new(Date("2026-01-06"), "off")],
            CoveredTo = Date("2026-12-31"),
        });
        var sun = BusinessCalendar.Compile(UnionOf(Asia with { Holidays = [off] }, Europe));

        Assert.False(sun.IsOpen(At("2026-01-06 07:00 +00:00")), "Singapore alone would be open");
        Assert.True(sun.IsOpen(At("2026-01-06 08:30 +00:00")), "Berlin is open, and Singapore would be");
        Assert.False(sun.IsProvisional(At("2026-12-31 15:59 +00:00")), "it is 31 December in Singapore still");
        Assert.True(sun.IsProvisional(At("2026-12-31 16:00 +00:00")), "it is 2027 in Singapore");
    }

    [Fact]
    public void Union_OfUnions_IsOfAll() =>
        Assert.Equal(
            BusinessDuration.FromHours(21),
            BusinessCalendar.Compile(UnionOf(UnionOf(Asia, Europe), America))
                .Elapsed(At("2026-01-06 00:00 +00:00"), At("2026-01-07 00:00 +00:00")));

    [Fact]
    public void Elapsed_OfRandomCalendars_EqualsMinuteByMinute() =>
        Gen.Select(Scenario.ToTheMinute, Scenario.ToTheMinute, Gen.Int[0, 8_000], Gen.Int[0, 8_000]).Sample(
            (one, other, before, after) =>
            {
                var minute = Duration.FromMinutes(1);
                var (start, end) = (one.Center - (minute * before), one.Center + (minute * after));
                var parts = new[] { one.Definition, other.Definition }.Select(part => new SteppingCalendar(part, [], minute)).ToArray();
                var union = BusinessCalendar.Compile(UnionOf(one.Definition, other.Definition)).Without(one.Exclusions);

                var expected = Duration.Zero;
                for (var at = start; at < end; at += minute)
                {
                    var isOpen = Array.Exists(parts, part => part.IsOpen(at)) && !one.Exclusions.Any(exclusion => exclusion.Contains(at));
                    Assert.Equal(isOpen, union.IsOpen(at));
                    if (isOpen) expected += minute;
                }

                Assert.Equal(expected.BclCompatibleTicks, union.Elapsed(start, end).Ticks);
            },
            iter: 60);

    [Fact]
    public void Answers_AfterGrowing_AreTheSame()
    {
        var (fresh, grown) = (BusinessCalendar.Compile(UnionOf(Asia, America)), BusinessCalendar.Compile(UnionOf(Asia, America)));
        var (from, to) = (At("2026-03-01 00:00 +00:00"), At("2026-12-01 00:00 +00:00"));

        _ = grown.IsOpen(At("2090-01-01 00:00 +00:00"));

        Assert.Equal(fresh.Elapsed(from, to), grown.Elapsed(from, to));
    }

    [Fact]
    public void AddDays_InAUnion_CountsDatesOnWhichOneOfThemWorks()
    {
        var sunday = Definition("Asia/Dubai", ("sun", "09:00-17:00"));

        Assert.Equal(
            At("2026-01-11 12:00 +00:00"),
            BusinessCalendar.Compile(UnionOf(Europe, sunday)).AddDays(At("2026-01-09 12:00 +00:00"), 1));
    }

    [Fact]
    public void Check_Union_HasNoHoursOfItsOwn_AndAtLeastTwoCalendars()
    {
        Assert.Equal(
            [
                "union: a union has the hours of its calendars and none of its own: write them in one of these, or in another calendar.",
                "union: a union of one calendar is that calendar: name at least two.",
            ],
            BusinessCalendar.Check(Asia with { Union = [Europe] }).Select(problem => problem.ToString()));
        Assert.Equal(
            ["union[1].week"],
            BusinessCalendar.Check(UnionOf(Asia, Definition("UTC"))).Select(problem => problem.Path));
    }
}
