using SlaMonitor.Agreements.Calendars;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Core.Calendars.Definitions;
using SlaMonitor.Samples;

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
    public void Read_PartsOfDays_AreRefusedAllAtOnceAndCanBeLeftOut()
    {
        string[] entries =
        [
            "DTSTART:20261224T120000\nDTEND:20261224T180000\nSUMMARY:Christmas Eve",
            "DTSTART:20261231T140000\nDTEND:20270101T000000\nSUMMARY:New Year's Eve",
            "DTSTART;VALUE=DATE:20261225\nSUMMARY:Christmas",
        ];
        var problems = new Problems();

        Assert.Null(HolidayFile.Read(
            "company", "company.ics", CalendarText.Of(entries), DateTimeZone.Utc, HolidayFilter.Default, problems));
        Assert.Equal([4, 10], problems.InOrder([]).Select(problem => problem.Place.Line));
        Assert.Single(Read(HolidayFilter.Default with { Except = ["christmas eve", "2026-12-31"] }, entries).DaysOff);
    }

    [Theory]
    [InlineData("")]
    [InlineData("date,name\n2026-01-01,New Year")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR")]
    public void Read_WhatIsNoHolidayFile_IsRefused(string text)
    {
        var problems = new Problems();
        Assert.Null(HolidayFile.Read("company", "company.ics", text, DateTimeZone.Utc, HolidayFilter.Default, problems));
        Assert.Single(problems.InOrder([]));
    }

    [Fact]
    public void Read_ChinaFeedWithHoursOfMakeUpDays_HasThemAsMakeUpDays()
    {
        var list = File("china.ics", "Asia/Shanghai");
        Assert.Contains(new LocalDate(2025, 1, 26), list.MakeUpDays.Select(day => day.Date));
        Assert.Contains(new LocalDate(2025, 1, 28), list.DaysOff.Select(day => day.Date));
        Assert.Empty(list.Observances);
    }

    [Fact]
    public void Read_GoogleFeed_ObservancesCloseOnlyWhereAsked()
    {
        var list = File("observances.ics", "Europe/Athens");
        Assert.Equal(new LocalDate(2026, 3, 25), Assert.Single(list.DaysOff).Date);
        Assert.Equal(new LocalDate(2026, 5, 11), Assert.Single(list.Observances).Date);
        Assert.Equal(
            2, File("observances.ics", "Europe/Athens", HolidayFilter.Default with { Observances = Observances.Closed }).DaysOff.Count);
    }

    [Fact]
    public void Listing_OfAFile_SaysWhatItClosesAndWhatNot() => Assert.Equal(
        "observances.ics closes 2026-03-25 Greek Independence Day; opens none; "
        + "observances that change nothing: 2026-05-11 Observance on a Monday",
        HolidayListing.Of(new HolidayRule(File("observances.ics", "Europe/Athens")), new LocalDate(2026, 1, 1)));

    [Theory]
    [InlineData("DESCRIPTION:Public holiday", true)]
    [InlineData("DESCRIPTION:Observance", false)]
    [InlineData("DESCRIPTION:Not a public holiday", false)]
    [InlineData("CATEGORIES:Holidays,Observance", false)]
    [InlineData("CATEGORIES:Public holiday\nTRANSP:TRANSPARENT", true)]
    [InlineData("TRANSP:TRANSPARENT", false)]
    [InlineData("TRANSP:OPAQUE", true)]
    [InlineData("DESCRIPTION:A day", true)]
    [InlineData("UID:x@google.com\nDESCRIPTION:Gedenktag\\nIn den Einstellungen von Google Kalender ausblenden", false)]
    public void Read_DayBesideAnOpaqueDayOff_IsOffOrAnObservance(string lines, bool isOff)
    {
        var list = Read(
            "DTSTART;VALUE=DATE:20260101\nSUMMARY:New Year\nTRANSP:OPAQUE", $"DTSTART;VALUE=DATE:20260511\nSUMMARY:A day\n{lines}");
        Assert.Equal((isOff ? 2 : 1, isOff ? 0 : 1), (list.DaysOff.Count, list.Observances.Count));
    }

    [Fact]
    public void Read_AllDaysTransparent_SaysNothingOfObservances() =>
        Assert.Single(Read("DTSTART;VALUE=DATE:20260101\nSUMMARY:New Year\nTRANSP:TRANSPARENT").DaysOff);

    [Fact]
    public void Read_ExceptThatMeansNothing_IsAWarning()
    {
        var problems = new Problems();
        var text = CalendarText.Of("DTSTART;VALUE=DATE:20260101\nSUMMARY:New Year");
        Assert.NotNull(HolidayFile.Read(
            "company", "company.ics", text, DateTimeZone.Utc, HolidayFilter.Default with { Except = ["New Yaer"] }, problems));
        Assert.Equal(
            "company.ics:1:1: warning: there is no entry 'New Yaer' that except could leave out",
            Assert.Single(problems.InOrder([])).ToString());
    }

    [Theory]
    [InlineData("Asia/Shanghai", "20260323T160000Z", 24)]
    [InlineData("Asia/Shanghai", "20260324T000000Z", 24)]
    [InlineData("Asia/Shanghai", "20260323T235959Z", 17)]
    [InlineData("America/New_York", "20260324T035959Z", 17)]
    [InlineData("America/New_York", "20260324T040000Z", 24)]
    [InlineData("America/New_York", "20260324T000000Z", 24)]
    public void Read_WholeDaySeriesUntilATimeInUtc_EndsOnTheDayOfTheZone(string zone, string until, int last)
    {
        var list = ReadIn(
            HolidayFilter.Default, zone, $"DTSTART;VALUE=DATE:20260303\nRRULE:FREQ=WEEKLY;UNTIL={until};BYDAY=TU\nSUMMARY:Closed");
        Assert.Equal(new LocalDate(2026, 3, last), list.DaysOff[^1].Date);
    }

    [Fact]
    public void Read_FieldFileWithUntilInUtc_ClosesItsLastDay() =>
        Assert.Contains(new LocalDate(2026, 3, 24), File("until-in-utc.ics", "Asia/Shanghai").DaysOff.Select(day => day.Date));

    [Theory]
    [InlineData("dtstart;value=date:20260501")]
    [InlineData("DTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260501")]
    [InlineData("DTSTART;VALUE=DATE:20260501\nDURATION:P1D")]
    [InlineData("DTSTART:20260501T000000\nDTEND:20260502T000000")]
    [InlineData("DTSTART:20260430T220000Z\nDTEND:20260501T220000Z")]
    [InlineData("DTSTART;TZID=\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome\":20260501T000000\nDTEND;TZID=Europe/Berlin:20260502T000000")]
    [InlineData("DTSTART;VALUE=DATE:20260501\nGEO:nowhere\nthis line was broken\nDTSTAMP:never")]
    [InlineData("DTSTART;VALUE=DATE:20260501\nRRULE:FREQ=DAILY;COUNT=-1;INTERVAL=-1;UNTIL=20260501;")]
    [InlineData("DTSTART;VALUE=DATE:20260501\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:20260502T000000Z")]
    public void Read_OtherWaysToWriteOneDay_AreThatDay(string lines) => Assert.Equal(
        [new LocalDate(2026, 5, 1)], ReadIn(HolidayFilter.Default, "Europe/Berlin", lines).DaysOff.Select(day => day.Date));

    private static HolidayList File(string name, string zone, HolidayFilter? filter = null)
    {
        var problems = new Problems();
        var list = HolidayFile.Read(
            name, name, System.IO.File.ReadAllText(TestFiles.Data("holidays", name)), DateTimeZoneProviders.Tzdb[zone],
            filter ?? HolidayFilter.Default, problems);
        Assert.Empty(problems.InOrder([]));
        return list!;
    }

    private static HolidayList Read(params string[] entries) => Read(HolidayFilter.Default, entries);

    private static HolidayList Read(HolidayFilter filter, params string[] entries) => ReadIn(filter, "UTC", entries);

    private static HolidayList ReadIn(HolidayFilter filter, string zone, params string[] entries)
    {
        var problems = new Problems();
        var list = HolidayFile.Read("company", "company.ics", CalendarText.Of(entries), DateTimeZoneProviders.Tzdb[zone], filter, problems);
        Assert.Empty(problems.InOrder([]));
        return list!;
    }
}
