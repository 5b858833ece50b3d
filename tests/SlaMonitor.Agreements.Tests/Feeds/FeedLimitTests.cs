using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Feeds;
using static SlaMonitor.Samples.CalendarText;

namespace SlaMonitor.Agreements.Tests.Feeds;

/// <summary>How far an event may go, on both sides of each limit; <c>null</c> where nothing is wrong with it.</summary>
public sealed class FeedLimitTests
{
    private const string TooLong = "lasts more than 3660 days, or less than nothing";
    private const string NotAlike = "starts with a date and ends with a time, or the other way round; write both alike";

    [Theory]
    [InlineData("P3660D", null)]
    [InlineData("P3661D", TooLong)]
    [InlineData("P522W", null)]
    [InlineData("P523W", TooLong)]
    [InlineData("PT87840H", null)]
    [InlineData("PT87841H", TooLong)]
    [InlineData("PT5270400M", null)]
    [InlineData("PT5270401M", TooLong)]
    [InlineData("PT316224000S", null)]
    [InlineData("PT316224001S", TooLong)]
    [InlineData("P3659DT24H", null)]
    [InlineData("P3660DT1H", TooLong)]
    [InlineData("P3660DT1M", TooLong)]
    [InlineData("P3660DT1S", TooLong)]
    [InlineData("P3659DT24H1M", TooLong)]
    [InlineData("P3659DT24H1S", TooLong)]
    [InlineData("PT0S", null)]
    [InlineData("-PT1S", TooLong)]
    public void Duration_MayBeTenYears(string duration, string? trouble) =>
        Assert.Equal(trouble, Trouble($"DTSTART:20260302T080000Z\nDURATION:{duration}"));

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:16000101", null)]
    [InlineData("DTSTART;VALUE=DATE:15991231", "has a date in the year 1599; events lie between 1600 and 2200")]
    [InlineData("DTSTART;VALUE=DATE:22001231", null)]
    [InlineData("DTSTART;VALUE=DATE:22010101", "has a date in the year 2201; events lie between 1600 and 2200")]
    [InlineData("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=DAILY;UNTIL=99991231", null)] // how many programs write "for ever"
    [InlineData(
        "DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=DAILY\nEXDATE;VALUE=DATE:22010101",
        "has a date in the year 2201; events lie between 1600 and 2200")]
    [InlineData(
        "DTSTART;VALUE=DATE:20260302\nRDATE;VALUE=DATE:22010101", "has a date in the year 2201; events lie between 1600 and 2200")]
    [InlineData(
        "DTSTART;VALUE=DATE:20260302\nRECURRENCE-ID;VALUE=DATE:15991231", "has a date in the year 1599; events lie between 1600 and 2200")]
    public void Date_LiesInSixCenturies(string lines, string? trouble) => Assert.Equal(trouble, Trouble(lines));

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20260302\nDTEND;VALUE=DATE:20260303", null)]
    [InlineData("DTSTART;VALUE=DATE:20260302\nDTEND:20260303T000000", null)] // midnight is as good as a date
    [InlineData("DTSTART;VALUE=DATE:20260302\nDTEND:20260303T120000", NotAlike)]
    [InlineData("DTSTART:20260302T000000\nDTEND;VALUE=DATE:20260303", NotAlike)]
    [InlineData("DTSTART;VALUE=DATE:20260302", null)]
    [InlineData("DTSTART:20260302T090000\nDTEND:20260302T090000", null)]
    [InlineData("DTSTART:20260302T090000\nDTEND:20260302T085959", "ends before it starts")]
    [InlineData("DTSTART;TZID=Asia/Shanghai:20260302T090000\nDTEND;TZID=Europe/Berlin:20260302T080000", null)]
    public void End_IsWrittenAsTheStart_AndNotBeforeIt(string lines, string? trouble) => Assert.Equal(trouble, Trouble(lines));

    [Theory]
    [InlineData("EXDATE;TZID=Nowhere/Atlantis:20260303T090000")]
    [InlineData("RDATE;TZID=Nowhere/Atlantis:20260303T090000")]
    [InlineData("RECURRENCE-ID;TZID=Nowhere/Atlantis:20260303T090000")]
    public void Zone_OfAnyDate_HasToBeKnown(string line) => Assert.Equal(
        "is in a zone 'Nowhere/Atlantis' that is not known; write an IANA id, as in TZID=Europe/Berlin",
        Trouble($"DTSTART:20260302T080000Z\nDURATION:PT1H\n{line}"));

    [Fact]
    public void TwoMistakes_TheLengthIsToldFirst() =>
        Assert.Equal(TooLong, Trouble("DTSTART:20260302T080000Z\nDURATION:P9999D\nRRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY"));

    private static string? Trouble(string lines)
    {
        var problems = new Problems();
        var calendar = FeedReader.Read("on-call.ics", Of($"SUMMARY:anna\n{lines}"), Instant.FromUtc(2026, 6, 1, 0, 0), problems)!;
        Assert.Equal(1, calendar.Entries.Count + calendar.Oddities.Count);
        return calendar.Oddities.SingleOrDefault()?.Trouble;
    }
}
