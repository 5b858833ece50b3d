using SlaMonitor.Core.Calendars.Compilation;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Core.Tests.Calendars;

/// <summary>Counting working dates, held against a list that is counted one by one.</summary>
public sealed class WorkingDatesTests
{
    private const int First = 20_000;
    private const int Count = 200;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public void Find_IsTheNthOfTheList_OnAndBack(int every)
    {
        var dates = new WorkingDates(First, Count, day => (day - First) % every == 0);
        List<int> list = [.. Enumerable.Range(First, Count).Where(day => (day - First) % every == 0)];
        for (var from = First - 3; from < First + Count + 3; from++)
        {
            Assert.Equal(list.Contains(from), dates.Contains(from));
            for (var days = -Count - 1; days <= Count + 1; days++)
            {
                var expected = days > 0
                    ? list.Where(day => day > from).Skip(days - 1).Select(day => (int?)day).FirstOrDefault()
                    : days < 0 ? list.Where(day => day < from).Reverse().Skip(-days - 1).Select(day => (int?)day).FirstOrDefault()
                    : list.Where(day => day >= from).Select(day => (int?)day).FirstOrDefault();
                Assert.Equal(expected, dates.Find(from, days));
            }
        }
    }

    [Fact]
    public void Find_AsManyAsThereAreNumbers_IsNone()
    {
        var dates = new WorkingDates(First, Count, _ => true);
        Assert.Null(dates.Find(First, int.MaxValue));
        Assert.Null(dates.Find(First, int.MinValue));
    }

    [Fact]
    public void Find_AfterAStretchWithoutAny_IsTheNext()
    {
        var dates = new WorkingDates(First, Count, day => day is First or (First + Count - 1));
        Assert.Equal(First + Count - 1, dates.Find(First, 1));
        Assert.Equal(First, dates.Find(First + Count - 1, -1));
        Assert.Null(dates.Find(First + Count - 1, 1));
        Assert.Null(dates.Find(First, -1));
    }

    [Fact]
    public void MakeUpDays_OfACalendarThatIsNeverOpen_AreClosed()
    {
        var list = new HolidayList { Name = "notice", MakeUpDays = [new MakeUpDay(new LocalDate(2026, 2, 14), "make-up")] };
        var plan = new DayPlan(new CalendarDefinition
        {
            Id = "never",
            TimeZone = "Etc/UTC",
            Holidays = [new HolidayRule(list, ClosedOn.Notice, MakeUpDays.Open)],
        });
        Assert.Empty(plan.HoursOn(DayPlan.NumberOf(new LocalDate(2026, 2, 14))));
    }

    [Fact]
    public void AYearlyOverride_HoldsInTheLastYearToo()
    {
        var plan = new DayPlan(new CalendarDefinition
        {
            Id = "yearly",
            TimeZone = "Etc/UTC",
            YearlyOverrides = [new YearlyOverride(new YearlyDate.OnDay(new AnnualDate(12, 24)), [OpenHours.AllDay])],
        });
        Assert.Single(plan.HoursOn(DayPlan.NumberOf(new LocalDate(SupportedRange.LastYear, 12, 24))));
        Assert.Single(plan.HoursOn(DayPlan.NumberOf(new LocalDate(SupportedRange.FirstYear, 12, 24))));
    }
}
