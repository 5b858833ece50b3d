using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using static SlaMonitor.Core.Tests.Calendars.Samples;

namespace SlaMonitor.Core.Tests.Calendars;

/// <summary>Until when holidays are announced, and which days of a notice close a desk or open it.</summary>
public sealed class AnnouncementTests
{
    private static readonly HolidayList Notice = new()
    {
        Name = "notice",
        DaysOff = [new(Date("2026-02-16"), "eve", Statutory: false), new(Date("2026-02-17"), "new year", Statutory: true)],
        MakeUpDays = [new(Date("2026-02-14"), "worked Saturday")],
        CoveredTo = Date("2026-12-31"),
    };

    private static readonly CalendarDefinition Desk = Definition("UTC", ("mon-fri", "09:00-17:00"));

    [Theory]
    [InlineData("2026-12-31", "2027-12-31")]
    [InlineData("2027-12-31", "2026-12-31")]
    public void IsProvisional_OfSeveralLists_FromTheFirstDayThatOneOfThemLacks(string one, string other)
    {
        var calendar = BusinessCalendar.Compile(Desk with
        {
            Holidays =
            [
                new HolidayRule(Notice with { CoveredTo = Date(one) }), new HolidayRule(Notice with { CoveredTo = null }),
                new HolidayRule(Notice with { Name = "other", CoveredTo = Date(other) }),
            ],
        });

        Assert.False(calendar.IsProvisional(At("2026-12-31 23:59 +00:00")));
        Assert.True(calendar.IsProvisional(At("2027-01-01 00:00 +00:00")));
    }

    [Theory]
    [InlineData(ClosedOn.Notice, false)]
    [InlineData(ClosedOn.NamedDays, true)]
    public void IsOpen_DayOffThatTheLawDoesNotName_IsClosedByTheNoticeAlone(ClosedOn closedOn, bool isOpen)
    {
        var calendar = BusinessCalendar.Compile(Desk with { Holidays = [new HolidayRule(Notice, closedOn)] });

        Assert.Equal(isOpen, calendar.IsOpen(At("2026-02-16 10:00 +00:00")));
        Assert.False(calendar.IsOpen(At("2026-02-17 10:00 +00:00")));
    }

    [Theory]
    [InlineData(MakeUpDays.Closed, false)]
    [InlineData(MakeUpDays.Open, true)]
    public void IsOpen_DayThatIsMadeUpFor_WhereTheCalendarSaysSo(MakeUpDays makeUpDays, bool isOpen)
    {
        var calendar = BusinessCalendar.Compile(Desk with { Holidays = [new HolidayRule(Notice, ClosedOn.Notice, makeUpDays)] });

        Assert.Equal(isOpen, calendar.IsOpen(At("2026-02-14 10:00 +00:00")));
    }
}
