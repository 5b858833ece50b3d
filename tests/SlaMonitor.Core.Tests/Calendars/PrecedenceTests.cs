using CsCheck;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using static SlaMonitor.Core.Tests.Calendars.Samples;

namespace SlaMonitor.Core.Tests.Calendars;

/// <summary>A dated override beats a holiday, a holiday beats a make-up day, and each beats the week.</summary>
public sealed class PrecedenceTests
{
    private static readonly LocalDate Start = Date("2026-01-01");

    [Fact]
    public void Hours_OfADate_AreThoseOfTheFirstThatSpeaksOfIt() =>
        Gen.Select(Gen.Int[0, 364], Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool).Sample(
            (offset, hasOverride, isHoliday, isMakeUp, isOpenWeek) =>
            {
                var date = Start.PlusDays(offset);
                string[] names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
                var weekday = (int)date.DayOfWeek - 1;
                // The make-up hours are those of the first open weekday; the override's and the week's are told apart by theirs.
                var definition = Definition("UTC", (names[isOpenWeek ? weekday : (weekday + 1) % 7], "10:00-11:00")) with
                {
                    Overrides = hasOverride ? [new DatedOverride(date, Hours("12:00-13:00"))] : [],
                    Holidays =
                    [
                        new HolidayRule(new HolidayList { Name = "off", DaysOff = isHoliday ? [new Holiday(date, "off")] : [] }),
                        new HolidayRule(
                            new HolidayList { Name = "work", MakeUpDays = isMakeUp ? [new MakeUpDay(date, "work")] : [] },
                            MakeUpDays: MakeUpDays.Open),
                    ],
                };
                var expected = hasOverride ? "12:00-13:00" : isHoliday ? "" : isMakeUp || isOpenWeek ? "10:00-11:00" : "";
                Assert.Equal(expected, HoursOn(BusinessCalendar.Compile(definition), date));
            },
            iter: 300);

    [Fact]
    public void Override_OnAHoliday_OpensIt()
    {
        var holiday = new HolidayRule(new HolidayList { Name = "china", DaysOff = [new Holiday(Date("2026-10-03"), "国庆节")] });
        var calendar = BusinessCalendar.Compile(Definition("Asia/Shanghai", ("mon-fri", "09:00-18:00")) with
        {
            Holidays = [holiday],
            Overrides = [new DatedOverride(Date("2026-10-03"), Hours("10:00-16:00"), "国庆值守", "customer")],
        });
        Assert.Equal(At("2026-10-03 11:00 +08:00"), calendar.Add(At("2026-10-02 18:00 +08:00"), BusinessDuration.FromHours(1)));
    }

    [Fact]
    public void Holiday_AfterANightShift_LetsTheShiftEnd()
    {
        var calendar = BusinessCalendar.Compile(Definition("UTC", ("mon-fri", "22:00-06:00")) with
        {
            Overrides = [new DatedOverride(Date("2026-01-06"), [])], // a Tuesday
        });
        Assert.True(calendar.IsOpen(At("2026-01-06 05:59 +00:00")));
        Assert.False(calendar.IsOpen(At("2026-01-06 22:00 +00:00")));
    }

    [Fact]
    public void Overrides_OfTwoNightsThatMeet_AreOneSegment()
    {
        var calendar = BusinessCalendar.Compile(Definition("UTC", ("mon", "09:00-10:00")) with
        {
            Overrides =
            [
                new DatedOverride(Date("2026-01-06"), Hours("22:00-06:00")),
                new DatedOverride(Date("2026-01-07"), Hours("05:00-10:00")),
            ],
        });
        var (from, to) = (At("2026-01-06 12:00 +00:00"), At("2026-01-08 12:00 +00:00"));
        Assert.Equal([new Interval(At("2026-01-06 22:00 +00:00"), At("2026-01-07 10:00 +00:00"))], calendar.OpenIntervals(from, to));
        Assert.Equal(BusinessDuration.FromHours(12), calendar.Elapsed(from, to));
    }

    private static string HoursOn(BusinessCalendar calendar, LocalDate date)
    {
        var open = calendar.OpenIntervals(date.AtMidnight().InUtc().ToInstant(), date.PlusDays(1).AtMidnight().InUtc().ToInstant());
        return string.Join(' ', open.Select(interval => $"{interval.Start.InUtc():HH:mm}-{interval.End.InUtc():HH:mm}"));
    }
}
