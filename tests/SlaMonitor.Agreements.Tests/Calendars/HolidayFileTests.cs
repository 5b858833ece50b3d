using SlaMonitor.Agreements.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Tests.Calendars;

public sealed class HolidayFileTests
{
    [Fact]
    public void Read_WholeDays_AreDaysOff()
    {
        var list = Read("""
            DTSTART;VALUE=DATE:20260403
            DTEND;VALUE=DATE:20260404
            SUMMARY:Good Friday
            """, """
            DTSTART;VALUE=DATE:20261224
            DTEND;VALUE=DATE:20261227
            SUMMARY:Christmas
            """);
        Assert.Equal(
            [
                new(new(2026, 4, 3), "Good Friday"), new(new(2026, 12, 24), "Christmas"), new(new(2026, 12, 25), "Christmas"),
                new(new(2026, 12, 26), "Christmas"),
            ],
            list.DaysOff);
        Assert.Equal((new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31)), (list.CoveredFrom, list.CoveredTo));
    }

    [Theory]
    [InlineData("国庆节 班", true)]
    [InlineData("春节（补班）", true)]
    [InlineData("调休上班", true)]
    [InlineData("Special Working Day (Spring Festival)", true)]
    [InlineData("Make-up work day", true)]
    [InlineData("Workday", true)]
    [InlineData("国庆节 休", false)]
    [InlineData("春节 不上班", false)]
    [InlineData("International Workers' Day", false)]
    [InlineData("Labour Day", false)]
    [InlineData("Non-working day", false)]
    [InlineData("No work", false)]
    public void Read_EntryThatMarksAWorkedDay_OpensTheDay(string summary, bool worked)
    {
        var list = Read($"""
            DTSTART;VALUE=DATE:20261010
            SUMMARY:{summary}
            DESCRIPTION:10月1日放假，10月10日上班
            """);
        Assert.Equal(worked ? [new MakeUpDay(new LocalDate(2026, 10, 10), summary)] : [], list.MakeUpDays);
        Assert.Equal(worked ? [] : [new Holiday(new LocalDate(2026, 10, 10), summary)], list.DaysOff);
    }

    [Theory]
    [InlineData("WORK-HOLIDAY", false)]
    [InlineData("ALTERNATE-WORKDAY", true)]
    public void Read_EntryOfAppleWithASpecialDay_GoesByIt(string special, bool worked)
    {
        var list = Read($"""
            DTSTART;VALUE=DATE:20261010
            SUMMARY:国庆节
            X-APPLE-SPECIAL-DAY:{special}
            """);
        Assert.Equal(worked ? 1 : 0, list.MakeUpDays.Count);
        Assert.Equal(worked ? 0 : 1, list.DaysOff.Count);
    }

    [Fact]
    public void Read_DayBothOffAndWorked_IsWorked()
    {
        var list = Read("""
            DTSTART;VALUE=DATE:20260920
            SUMMARY:全国爱牙日
            """, """
            DTSTART;VALUE=DATE:20260920
            SUMMARY:国庆节 班
            """);
        Assert.Empty(list.DaysOff);
        Assert.Equal(new LocalDate(2026, 9, 20), Assert.Single(list.MakeUpDays).Date);
    }

    [Fact]
    public void Read_YearlyWithoutEnd_ReachesEveryYearAndSaysNothingOfCoverage()
    {
        var list = Read("""
            DTSTART;VALUE=DATE:20200101
            SUMMARY:New Year
            RRULE:FREQ=YEARLY
            """);
        Assert.Equal(100, list.DaysOff.Count);
        Assert.Contains(new Holiday(new LocalDate(2077, 1, 1), "New Year"), list.DaysOff);
        Assert.Null(list.CoveredTo);
    }

    [Fact]
    public void Read_CancelledEntry_DoesNotCount()
    {
        var list = Read("""
            DTSTART;VALUE=DATE:20260501
            SUMMARY:Labour Day
            """, """
            DTSTART;VALUE=DATE:20260502
            SUMMARY:Bridge day
            STATUS:CANCELLED
            """);
        Assert.Equal(new LocalDate(2026, 5, 1), Assert.Single(list.DaysOff).Date);
    }

    [Fact]
    public void Read_PartsOfDays_AreRefusedAllAtOnce()
    {
        var error = Assert.Throws<HolidayFileException>(() => Read("""
            DTSTART:20261224T120000
            DTEND:20261224T180000
            SUMMARY:Christmas Eve
            """, """
            DTSTART:20261231T140000
            DTEND:20270101T000000
            SUMMARY:New Year's Eve
            """));
        Assert.Equal(2, error.Problems.Count);
        Assert.Contains("'Christmas Eve'", error.Message, StringComparison.Ordinal);
        Assert.Contains("as overrides of the calendar", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("date,name\n2026-01-01,New Year")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR")]
    public void Read_WhatIsNoHolidayFile_IsRefused(string text) =>
        Assert.Single(Assert.Throws<HolidayFileException>(() => HolidayFile.Read("company", text)).Problems);

    private static HolidayList Read(params string[] entries) => HolidayFile.Read("company", string.Join(
        "\r\n",
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//test//EN",
            .. entries.Index().SelectMany(entry => (string[])
                [
                    "BEGIN:VEVENT",
                    $"UID:{entry.Index}@test",
                    "DTSTAMP:20260101T000000Z",
                    .. entry.Item.Split('\n').Select(line => line.TrimEnd('\r')),
                    "END:VEVENT",
                ]),
            "END:VCALENDAR", "",
        ]));
}
