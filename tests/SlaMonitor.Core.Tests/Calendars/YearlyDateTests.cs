using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using static SlaMonitor.Core.Tests.Calendars.Samples;

namespace SlaMonitor.Core.Tests.Calendars;

public sealed class YearlyDateTests
{
    private static readonly YearlyOverride LeapDay = new(new YearlyDate.OnDay(new AnnualDate(2, 29)), []);

    [Theory]
    [InlineData(1, IsoDayOfWeek.Monday, 9, 2026, "2026-09-07")]
    [InlineData(4, IsoDayOfWeek.Thursday, 11, 2026, "2026-11-26")]
    [InlineData(YearlyDate.OnWeekday.Last, IsoDayOfWeek.Friday, 11, 2026, "2026-11-27")]
    [InlineData(YearlyDate.OnWeekday.Last, IsoDayOfWeek.Monday, 11, 2026, "2026-11-30")]
    [InlineData(YearlyDate.OnWeekday.Last, IsoDayOfWeek.Sunday, 2, 2032, "2032-02-29")]
    public void In_WeekdayOfAMonth_IsCountedFromItsBeginningOrItsEnd(int which, IsoDayOfWeek day, int month, int year, string date) =>
        Assert.Equal(Date(date), new YearlyDate.OnWeekday(which, day, month).In(year));

    [Fact]
    public void In_LeapDay_IsInLeapYearsAlone()
    {
        Assert.Equal(Date("2028-02-29"), LeapDay.Each.In(2028));
        Assert.Null(LeapDay.Each.In(2027));

        var office = BusinessCalendar.Compile(Definition("UTC", ("mon-sun", "09:00-18:00")) with { YearlyOverrides = [LeapDay] });
        Assert.False(office.IsOpen(At("2028-02-29 12:00 +00:00")));
        Assert.True(office.IsOpen(At("2027-02-28 12:00 +00:00")));
        Assert.True(office.IsOpen(At("2027-03-01 12:00 +00:00")));
    }

    [Fact]
    public void Name_Date_IsAsAnAgreementWritesIt()
    {
        Assert.Equal("02-29", LeapDay.Each.Name);
        Assert.Equal("last fri of november", new YearlyDate.OnWeekday(YearlyDate.OnWeekday.Last, IsoDayOfWeek.Friday, 11).Name);
        Assert.Equal("first sun of january", new YearlyDate.OnWeekday(1, IsoDayOfWeek.Sunday, 1).Name);
    }

    [Fact]
    public void YearlyOverride_BeatsHolidays_AndADatedOneBeatsIt()
    {
        var eve = new YearlyDate.OnDay(new AnnualDate(12, 24));
        var calendar = BusinessCalendar.Compile(Definition("UTC", ("mon-sun", "09:00-18:00")) with
        {
            Holidays = [new HolidayRule(new HolidayList { Name = "list", DaysOff = [new(Date("2026-12-24"), "off")] })],
            YearlyOverrides = [new YearlyOverride(eve, Hours("09:00-13:00"))],
            Overrides = [new DatedOverride(Date("2027-12-24"), Hours("09:00-11:00"))],
        });

        Assert.Equal(BusinessDuration.FromHours(4), OpenOn("2026-12-24"));
        Assert.Equal(BusinessDuration.FromHours(2), OpenOn("2027-12-24"));
        Assert.Equal(BusinessDuration.FromHours(4), OpenOn("2099-12-24"));

        BusinessDuration OpenOn(string date) => calendar.Elapsed(At($"{date} 00:00 +00:00"), At($"{date} 23:59 +00:00"));
    }

    [Fact]
    public void YearlyOverrides_OfTwoThatMeetInAYear_TheLaterCounts()
    {
        var calendar = BusinessCalendar.Compile(Definition("UTC", ("mon-sun", "09:00-18:00")) with
        {
            YearlyOverrides =
            [
                new YearlyOverride(new YearlyDate.OnDay(new AnnualDate(12, 31)), []),
                new YearlyOverride(new YearlyDate.OnWeekday(YearlyDate.OnWeekday.Last, IsoDayOfWeek.Friday, 12), Hours("09:00-10:00")),
            ],
        });

        Assert.True(calendar.IsOpen(At("2027-12-31 09:30 +00:00")), "a Friday");
        Assert.False(calendar.IsOpen(At("2026-12-31 09:30 +00:00")), "a Thursday");
    }

    [Fact]
    public void Check_SameDateTwice_IsRefusedWithBothPlaces() =>
        Assert.Equal(
            [new CalendarProblem("yearlyOverrides[1]", "02-29 already has hours in yearlyOverrides[0]: keep one of the two.")],
            BusinessCalendar.Check(Definition("UTC", ("mon", "09:00-10:00")) with { YearlyOverrides = [LeapDay, LeapDay] }));

    [Fact]
    public void Check_HoursOfAYearlyOverride_AreInOrderAndApart() =>
        Assert.Equal(
            "yearlyOverrides[0].hours[1]",
            Assert.Single(BusinessCalendar.Check(Definition("UTC", ("mon", "09:00-10:00")) with
            {
                YearlyOverrides = [LeapDay with { Hours = Hours("09:00-12:00 11:00-13:00") }],
            })).Path);

    [Fact]
    public void Check_CalendarThatOpensOnADateOfEveryYearAlone_IsGood() =>
        Assert.Empty(BusinessCalendar.Check(Definition("UTC") with { YearlyOverrides = [LeapDay with { Hours = Hours("09:00-10:00") }] }));
}
