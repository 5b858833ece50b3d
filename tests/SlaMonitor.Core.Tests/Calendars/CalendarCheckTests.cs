using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using static SlaMonitor.Core.Tests.Calendars.Samples;

namespace SlaMonitor.Core.Tests.Calendars;

public sealed class CalendarCheckTests
{
    private static readonly CalendarDefinition Good = Definition("Asia/Shanghai", ("mon-fri", "09:00-12:00 13:00-18:00"));

    [Fact]
    public void Check_GoodCalendar_FindsNothing()
    {
        Assert.Empty(BusinessCalendar.Check(Good));
        Assert.Empty(BusinessCalendar.Check(CalendarDefinition.Always("always", "UTC")));
        Assert.Empty(
            BusinessCalendar.Check(Definition("UTC", ("mon", "09:00-12:00 12:00-18:00"), ("tue", "22:00-06:00"), ("wed", "06:00-07:00"))));
    }

    [Theory]
    [InlineData("Asia/Shangai", "'Asia/Shangai' is not a known time zone: write an IANA name, such as Asia/Shanghai or Europe/Berlin.")]
    [InlineData("shanghai", "'shanghai' is not a known time zone: did you mean Asia/Shanghai?")]
    [InlineData(
        "China Standard Time", "'China Standard Time' is not a known time zone: it is a Windows name; the IANA name is Asia/Shanghai.")]
    [InlineData("", "a calendar needs an IANA time zone, such as Asia/Shanghai.")]
    public void Check_TimeZone_MustBeKnown(string zone, string message) =>
        Assert.Equal([new CalendarProblem("timeZone", message)], BusinessCalendar.Check(Good with { TimeZone = zone }));

    [Theory]
    [InlineData(
        "mon",
        "13:00-18:00 09:00-12:00",
        "week.mon[1]",
        "09:00-12:00 stands after 13:00-18:00 but starts before it: write the earlier window first.")]
    [InlineData(
        "tue",
        "09:00-13:00 12:00-18:00",
        "week.tue[1]",
        "12:00-18:00 overlaps 09:00-13:00: end the one before the other starts, or write one window.")]
    [InlineData(
        "sun",
        "00:00-24:00 10:00-11:00",
        "week.sun[1]",
        "10:00-11:00 overlaps 00:00-24:00: end the one before the other starts, or write one window.")]
    public void Check_WindowsOfADay_AreInOrderAndApart(string day, string hours, string path, string message) =>
        Assert.Equal([new CalendarProblem(path, message)], BusinessCalendar.Check(Definition("UTC", (day, hours))));

    [Fact]
    public void Check_NightThatReachesIntoTheNextDaysHours_IsAnOverlap() =>
        Assert.Equal(
            [new CalendarProblem("week.mon[0]", "05:00-12:00 overlaps 22:00-06:00 of sun, which runs past midnight until 06:00:00.")],
            BusinessCalendar.Check(Definition("UTC", ("mon", "05:00-12:00"), ("sun", "22:00-06:00"))));

    [Fact]
    public void Check_CalendarThatNeverOpens_IsRefused()
    {
        Assert.Equal("week", Assert.Single(BusinessCalendar.Check(Definition("UTC"))).Path);
        var closed = Definition("UTC") with { Overrides = [new DatedOverride(Date("2026-01-01"), [])] };
        Assert.Equal("week", Assert.Single(BusinessCalendar.Check(closed)).Path);
    }

    [Fact]
    public void Check_DatesGivenTwice_AreRefusedWithBothPlaces()
    {
        var list = new HolidayList
        {
            Name = "list",
            DaysOff = [new(Date("2026-01-01"), "a"), new(Date("2026-01-02"), "b"), new(Date("2026-01-01"), "c")],
            MakeUpDays = [new(Date("2026-01-02"), "d")],
        };
        var definition = Good with
        {
            Overrides = [new(Date("2026-05-01"), []), new(Date("2026-05-01"), Hours("09:00-10:00"))],
            Holidays = [new HolidayRule(list)],
        };
        Assert.Equal(
            [
                new("overrides[1]", "2026-05-01 already has hours in overrides[0]: keep one of the two."),
                new("holidays[0].daysOff[2]", "2026-01-01 is listed already in holidays[0].daysOff[0]: keep one of the two."),
                new("holidays[0].makeUpDays[0]", "2026-01-02 is listed already in holidays[0].daysOff[1]: keep one of the two."),
            ],
            BusinessCalendar.Check(definition));
    }

    [Fact]
    public void Check_MakeUpDaysWithoutAWeek_HaveNoHours()
    {
        var list = new HolidayList { Name = "list", MakeUpDays = [new(Date("2026-01-03"), "work")] };
        var definition = Definition("UTC") with
        {
            Overrides = [new(Date("2026-05-01"), Hours("09:00-10:00"))],
            Holidays = [new HolidayRule(list, MakeUpDays: MakeUpDays.Open)],
        };
        Assert.Equal("holidays[0].makeUpDays", Assert.Single(BusinessCalendar.Check(definition)).Path);
    }

    [Fact]
    public void Check_CoverageThatEndsBeforeItBegins_IsRefused()
    {
        var list = new HolidayList { Name = "list", CoveredFrom = Date("2026-01-01"), CoveredTo = Date("2025-12-31") };
        Assert.Equal("holidays[0].coveredTo", Assert.Single(BusinessCalendar.Check(Good with { Holidays = [new HolidayRule(list)] })).Path);
    }

    [Fact]
    public void Check_DatesOutsideTheSupportedYears_AreRefused()
    {
        var definition = Good with { Overrides = [new(Date("1949-12-31"), []), new(Date("2120-01-01"), [])] };
        Assert.Equal("overrides[0] overrides[1]", string.Join(' ', BusinessCalendar.Check(definition).Select(problem => problem.Path)));
    }

    [Fact]
    public void Compile_ManyMistakes_ShowsAllOfThem()
    {
        var definition = Definition("Mars/Olympus", ("mon", "13:00-18:00 09:00-12:00"), ("tue", "09:00-13:00 12:00-18:00")) with
        {
            Id = " ",
        };
        var error = Assert.Throws<CalendarException>(() => BusinessCalendar.Compile(definition));
        Assert.Equal("id timeZone week.mon[1] week.tue[1]", string.Join(' ', error.Problems.Select(problem => problem.Path)));
        Assert.All(error.Problems, problem => Assert.Contains(problem.ToString(), error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_DefaultWindow_HasNoLength() =>
        Assert.Equal(
            "week.mon[0]",
            BusinessCalendar.Check(
                Good with { Week = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>> { [IsoDayOfWeek.Monday] = [default] } })[0].Path);
}
