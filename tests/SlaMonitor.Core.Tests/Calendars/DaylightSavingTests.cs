using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using static SlaMonitor.Core.Tests.Calendars.Samples;

namespace SlaMonitor.Core.Tests.Calendars;

/// <summary>Every example of docs/business-time.md, "Daylight saving time", in its order.</summary>
public sealed class DaylightSavingTests
{
    [Theory]
    [InlineData("02:30-05:00", "2026-03-29 03:30 +02:00", "2026-03-29 05:00 +02:00")]
    [InlineData("02:15-02:45", "2026-03-29 03:15 +02:00", "2026-03-29 03:45 +02:00")]
    public void Window_StartingInTheGap_MovesForwardByTheGap(string hours, string opens, string closes) =>
        Assert.Equal([Between(opens, closes)], OpenOn("Europe/Berlin", "2026-03-29", hours));

    [Fact]
    public void Window_EndingBeforeItsMovedStart_DoesNotExist() =>
        Assert.Empty(OpenOn("Europe/Berlin", "2026-03-29", "02:30-03:15"));

    [Theory]
    [InlineData("02:30-09:00", "2026-10-25 02:30 +02:00", "2026-10-25 09:00 +01:00", "7h 30m")]
    [InlineData("00:00-02:30", "2026-10-25 00:00 +02:00", "2026-10-25 02:30 +02:00", "2h 30m")]
    public void Window_AtATimeThatHappensTwice_MeansTheEarlier(string hours, string opens, string closes, string length)
    {
        var open = Assert.Single(OpenOn("Europe/Berlin", "2026-10-25", hours));
        Assert.Equal(Between(opens, closes), open);
        Assert.Equal(length, BusinessDuration.FromTicks(open.Duration.BclCompatibleTicks).ToString());
    }

    [Theory]
    [InlineData("00:00-24:00", "2026-03-29", "23h")]
    [InlineData("00:00-24:00", "2026-10-25", "25h")]
    [InlineData("22:00-06:00", "2026-03-28", "7h")]
    [InlineData("22:00-06:00", "2026-10-24", "9h")]
    [InlineData("09:00-18:00", "2026-03-29", "9h")]
    public void Elapsed_OverATransition_IsRealTime(string hours, string date, string length) =>
        Assert.Equal(
            length,
            BusinessDuration.FromTicks(OpenOn("Europe/Berlin", date, hours).Sum(open => open.Duration.BclCompatibleTicks)).ToString());

    [Fact]
    public void Add_AroundTheClockOverATransition_IsRealTime()
    {
        var always = BusinessCalendar.Compile(CalendarDefinition.Always("always", "Europe/Berlin"));
        Assert.Equal(At("2026-03-29 13:00 +02:00"), always.Add(At("2026-03-28 12:00 +01:00"), BusinessDuration.FromHours(24)));
    }

    [Fact]
    public void Add_OverAWeekendWithATransition_KeepsOfficeHoursInWallTime() =>
        Assert.Equal(At("2026-03-30 10:00 +02:00"), Office().Add(At("2026-03-27 17:00 +01:00"), BusinessDuration.FromHours(2)));

    [Theory]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15-05:00", "2026-10-04 02:45 +11:00", "2026-10-04 05:00 +11:00")] // half an hour
    [InlineData("Antarctica/Troll", "2026-03-29", "01:30-05:00", "2026-03-29 03:30 +02:00", "2026-03-29 05:00 +02:00")] // two hours
    // A day without midnight.
    [InlineData("Africa/Cairo", "2026-04-24", "00:00-08:00", "2026-04-24 01:00 +03:00", "2026-04-24 08:00 +03:00")]
    public void Window_InAGapOfAnotherKind_FollowsTheSameRule(string zone, string date, string hours, string opens, string closes) =>
        Assert.Equal([Between(opens, closes)], OpenOn(zone, date, hours));

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-29 17:00 -10:00", "2011-12-31 09:00 +14:00")]
    [InlineData("Pacific/Kiritimati", "1994-12-30 17:00 -10:00", "1995-01-01 09:00 +14:00")]
    public void Date_ThatItsZoneSkipped_HasNoHours(string zone, string closing, string opening)
    {
        var calendar = Calendar(zone, ("mon-sun", "09:00-17:00"));
        Assert.Equal(At(opening), calendar.NextOpening(At(closing)));
        Assert.Equal(At(opening) + Duration.FromHours(4), calendar.AddDays(At(closing) - Duration.FromHours(4), 1));
        var (friday, saturday) = (new LocalDate(2011, 12, 30), new LocalDate(2011, 12, 31));
        Assert.Equal((IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday), (friday.DayOfWeek, saturday.DayOfWeek));
        Assert.False(Calendar("Pacific/Apia", ("mon-fri", "09:00-17:00")).IsOpen(At("2011-12-31 12:00 +14:00")));
    }

    [Fact]
    public void AddDays_ToATimeInTheGap_MovesForwardByTheGap()
    {
        var calendar = Calendar("Europe/Berlin", ("mon-sun", "00:00-24:00"));
        Assert.Equal(At("2026-03-29 03:30 +02:00"), calendar.AddDays(At("2026-03-28 02:30 +01:00"), 1));
        Assert.Equal(At("2026-10-25 02:30 +02:00"), calendar.AddDays(At("2026-10-24 02:30 +02:00"), 1));
    }

    /// <summary>The segments of a calendar that only has hours on one date.</summary>
    private static IEnumerable<Interval> OpenOn(string zone, string date, string hours)
    {
        var definition = Definition(zone) with { Overrides = [new DatedOverride(Date(date), Hours(hours))] };
        var start = Date(date).PlusDays(-3).AtStartOfDayInZone(DateTimeZoneProviders.Tzdb[zone]).ToInstant();
        return BusinessCalendar.Compile(definition).OpenIntervals(start, start + Duration.FromDays(7));
    }

    private static Interval Between(string opens, string closes) => new(At(opens), At(closes));
}
