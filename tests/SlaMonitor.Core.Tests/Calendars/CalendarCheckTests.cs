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
    [InlineData("asia/shanghai", "'asia/shanghai' is not a known time zone: did you mean Asia/Shanghai?")]
    [InlineData("USA/new york", "'USA/new york' is not a known time zone: did you mean America/New_York?")]
    [InlineData(
        "China Standard Time", "'China Standard Time' is not a known time zone: it is a Windows name; the IANA name is Asia/Shanghai.")]
    [InlineData("", "a calendar needs an IANA time zone, such as Asia/Shanghai.")]
    [InlineData(" ", "a calendar needs an IANA time zone, such as Asia/Shanghai.")]
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
    [InlineData(
        "wed",
        "09:00-10:00 09:00-11:00",
        "week.wed[1]",
        "09:00-11:00 overlaps 09:00-10:00: end the one before the other starts, or write one window.")]
    [InlineData(
        "thu",
        "09:00-10:00 10:00-12:00 11:00-13:00",
        "week.thu[2]",
        "11:00-13:00 overlaps 10:00-12:00: end the one before the other starts, or write one window.")]
    [InlineData(
        "fri",
        "09:00-18:00 08:00-19:00",
        "week.fri[1]",
        "08:00-19:00 stands after 09:00-18:00 but starts before it: write the earlier window first.")]
    [InlineData(
        "sat",
        "10:00-12:00 11:00-13:00",
        "week.sat[1]",
        "11:00-13:00 overlaps 10:00-12:00: end the one before the other starts, or write one window.")]
    public void Check_WindowsOfADay_AreInOrderAndApart(string day, string hours, string path, string message) =>
        Assert.Equal([new CalendarProblem(path, message)], BusinessCalendar.Check(Definition("UTC", (day, hours))));

    [Fact]
    public void Check_NightThatReachesIntoTheNextDaysHours_IsAnOverlap() =>
        Assert.Equal(
            [new CalendarProblem("week.mon[0]", "05:00-12:00 overlaps 22:00-06:00 of sun, which runs past midnight until 06:00:00.")],
            BusinessCalendar.Check(Definition("UTC", ("mon", "05:00-12:00"), ("sun", "22:00-06:00"))));

    [Theory]
    [InlineData("mon", "tue")]
    [InlineData("tue", "wed")]
    [InlineData("wed", "thu")]
    [InlineData("thu", "fri")]
    [InlineData("fri", "sat")]
    [InlineData("sat", "sun")]
    [InlineData("sun", "mon")]
    public void Check_NightOfAnyDay_EndsBeforeTheHoursOfTheNext(string evening, string morning)
    {
        Assert.Equal(
            [new CalendarProblem(
                $"week.{morning}[0]", $"05:59:59-12:00 overlaps 22:00-06:00 of {evening}, which runs past midnight until 06:00:00.")],
            BusinessCalendar.Check(Definition("UTC", (morning, "05:59:59-12:00 13:00-14:00"), (evening, "20:00-21:00 22:00-06:00"))));
        Assert.Empty(BusinessCalendar.Check(Definition("UTC", (morning, "06:00-12:00"), (evening, "22:00-06:00"))));
    }

    [Theory]
    [InlineData(IsoDayOfWeek.None, "week.None")]
    [InlineData((IsoDayOfWeek)8, "week.8")]
    public void Check_WhatIsNoDayOfTheWeek_IsRefused(IsoDayOfWeek day, string path) =>
        Assert.Equal(
            [new CalendarProblem(path, "is not a day of the week: write mon to sun.")],
            BusinessCalendar.Check(
                Good with { Week = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>> { [day] = Hours("09:00-10:00") } }));

    [Fact]
    public void Check_HoursOfAnOverride_AreInOrderAndApart() =>
        Assert.Equal(
            "overrides[1].hours[1]",
            Assert.Single(BusinessCalendar.Check(Good with
            {
                Overrides = [new(Date("2026-05-01"), []), new(Date("2026-05-02"), Hours("09:00-12:00 11:00-13:00"))],
            })).Path);

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
        Assert.Equal(
            [new CalendarProblem(
                "holidays[0].makeUpDays",
                "cannot be open: the week has no open weekday whose hours they could have. Write them as overrides.")],
            BusinessCalendar.Check(definition));
        Assert.Empty(BusinessCalendar.Check(definition with { Holidays = [new HolidayRule(list, MakeUpDays: MakeUpDays.Closed)] }));
        Assert.Empty(BusinessCalendar.Check(definition with
        {
            Holidays = [new HolidayRule(list with { MakeUpDays = [] }, MakeUpDays: MakeUpDays.Open)],
        }));
    }

    [Fact]
    public void Check_CoverageThatEndsBeforeItBegins_IsRefused()
    {
        var list = new HolidayList { Name = "list", CoveredFrom = Date("2026-01-01"), CoveredTo = Date("2025-12-31") };
        Assert.Equal(
            [new CalendarProblem("holidays[0].coveredTo", "2025-12-31 lies before the first covered date, 2026-01-01.")],
            BusinessCalendar.Check(Good with { Holidays = [new HolidayRule(list)] }));
        Assert.Empty(BusinessCalendar.Check(Good with { Holidays = [new HolidayRule(list with { CoveredTo = list.CoveredFrom })] }));
    }

    [Fact]
    public void Check_DatesOutsideTheSupportedYears_AreRefused()
    {
        var definition = Good with { Overrides = [new(Date("1949-12-31"), []), new(Date("2120-01-01"), [])] };
        Assert.Equal(
            [
                new CalendarProblem("overrides[0]", "1949-12-31 is not a date of the years 1950 to 2119."),
                new CalendarProblem("overrides[1]", "2120-01-01 is not a date of the years 1950 to 2119."),
            ],
            BusinessCalendar.Check(definition));
        Assert.Empty(BusinessCalendar.Check(Good with { Overrides = [new(Date("1950-01-01"), []), new(Date("2119-12-31"), [])] }));
        var julian = Good with { Overrides = [new(Date("2026-05-01").WithCalendar(CalendarSystem.Julian), [])] };
        Assert.Equal("overrides[0]", Assert.Single(BusinessCalendar.Check(julian)).Path);
    }

    [Fact]
    public void Check_HolidaysOutsideTheSupportedYears_AreRefused()
    {
        var list = new HolidayList
        {
            Name = "list",
            DaysOff = [new(Date("2026-01-01"), "a"), new(Date("2120-01-01"), "b")],
            MakeUpDays = [new(Date("1949-12-31"), "c")],
        };
        Assert.Equal(
            ["holidays[0].daysOff[1]", "holidays[0].makeUpDays[0]"],
            BusinessCalendar.Check(Good with { Holidays = [new HolidayRule(list)] }).Select(problem => problem.Path));
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
