using static SlaMonitor.Samples.CalendarText;

namespace SlaMonitor.Agreements.Tests.Feeds;

/// <summary>Lengths and ends of events, and dates that are written otherwise than the event's start; in Berlin.</summary>
public sealed class FeedTimesTests
{
    private const string Berlin = ";TZID=Europe/Berlin:";
    private const string NineToTen = $"SUMMARY:anna\nDTSTART{Berlin}20260302T090000\nDTEND{Berlin}20260302T100000\n";

    [Theory]
    [InlineData("PT1H", "03-02 10:00 +01")]
    [InlineData("PT90M", "03-02 10:30 +01")]
    [InlineData("PT1H30M", "03-02 10:30 +01")]
    [InlineData("PT1H45M900S", "03-02 11:00 +01")]
    [InlineData("PT3600S", "03-02 10:00 +01")]
    [InlineData("P1DT2H", "03-03 11:00 +01")]
    [InlineData("P1W", "03-09 09:00 +01")]
    [InlineData("P4W", "03-30 09:00 +02")]
    public void Duration_OfEachUnit_Counts(string duration, string end) => Assert.Equal(
        ["03-02 00:00 +01 nobody", "03-02 09:00 +01 anna", $"{end} nobody"],
        Walk.Through(Of($"SUMMARY:anna\nDTSTART{Berlin}20260302T090000\nDURATION:{duration}"), "2026-03-02", "2026-04-01"));

    /// <summary>What began days before the stretch that is asked for, in a series that began long before.</summary>
    [Theory]
    [InlineData("DURATION:P1W")]
    [InlineData("DURATION:P7D")]
    [InlineData("DURATION:PT168H")]
    [InlineData("DURATION:P6DT24H")]
    [InlineData($"DTEND{Berlin}20260112T090000")]
    public void Series_OneLastsIntoTheStretch_CountsInIt(string length) => Assert.Equal(
        ["02-22 00:00 +01 anna", "02-23 09:00 +01 nobody"],
        Walk.Through(
            Of($"SUMMARY:anna\nDTSTART{Berlin}20260105T090000\n{length}\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4"),
            "2026-02-22",
            "2026-03-01"));

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20260105\nDURATION:P1W")]
    [InlineData("DTSTART;VALUE=DATE:20260105\nDTEND;VALUE=DATE:20260112")]
    public void Series_OfWholeDaysLastsIntoTheStretch_CountsInIt(string lines) => Assert.Equal(
        ["02-21 00:00 +01 anna", "02-23 00:00 +01 nobody"],
        Walk.Through(Of($"SUMMARY:anna\n{lines}\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4"), "2026-02-21", "2026-03-01"));

    [Theory]
    [InlineData("RDATE;VALUE=DATE:20260304", "03-04 09:00 +01")] // the time is the series'
    [InlineData("RDATE:20260304T110000Z", "03-04 12:00 +01")]
    [InlineData("RDATE;TZID=Asia/Shanghai:20260304T190000", "03-04 12:00 +01")]
    public void DateBeside_OfATimedEvent_IsAtItsOwnTimeOrTheEvents(string date, string start)
    {
        var changes = Walk.Through(Of(NineToTen + date), "2026-03-02", "2026-03-06");

        Assert.Equal(["03-02 00:00 +01 nobody", "03-02 09:00 +01 anna", "03-02 10:00 +01 nobody", $"{start} anna"], changes.Take(4));
        Assert.Equal(5, changes.Count);
    }

    [Theory]
    [InlineData("RDATE;VALUE=DATE:20260304")]
    [InlineData("RDATE:20260304T120000Z")]
    [InlineData("RDATE:20260304T000000Z")] // not one in the morning
    public void DateBeside_OfAWholeDay_IsAWholeDay(string date) => Assert.Equal(
        ["03-02 00:00 +01 anna", "03-03 00:00 +01 nobody", "03-04 00:00 +01 anna", "03-05 00:00 +01 nobody"],
        Walk.Through(Of($"SUMMARY:anna\nDTSTART;VALUE=DATE:20260302\n{date}"), "2026-03-02", "2026-03-06"));

    [Theory]
    [InlineData("20260304T080000Z", 3)] // the last one starts then
    [InlineData("20260304T075959Z", 2)]
    [InlineData("20260304T090000", 3)]
    [InlineData("20260304T085959", 2)]
    [InlineData("20260304", 3)] // the whole day
    [InlineData("99991231T235959Z", 4)]
    public void Until_IsTheLastStartThatMayBe(string until, int shifts) => Assert.Equal(
        shifts,
        Walk.Through(Of($"{NineToTen}RRULE:FREQ=DAILY;UNTIL={until}"), "2026-03-02", "2026-03-06")
            .Count(change => change.EndsWith("anna", StringComparison.Ordinal)));

    /// <summary>02:00 comes twice that night. The wall time alone would mean the first, and the end says which it is.</summary>
    [Theory]
    [InlineData(":20261025T000000Z", "02:00 +02")]
    [InlineData(":20261025T010000Z", "02:00 +01")]
    [InlineData($"{Berlin}20261025T020000", "02:00 +02")]
    public void End_InUtcInTheHourThatComesTwice_IsThatMoment(string end, string shown) => Assert.Equal(
        ["10-25 00:00 +02 nobody", "10-25 01:00 +02 anna", $"10-25 {shown} nobody"],
        Walk.Through(Of(Shift("anna", $"{Berlin}20261025T010000", end)), "2026-10-25", "2026-10-26"));

    [Fact]
    public void End_InAnotherZone_MakesEachOfASeriesAsLong() => Assert.Equal(
        ["03-02 00:00 +01 nobody", "03-02 09:00 +01 anna", "03-02 10:00 +01 nobody", "03-03 09:00 +01 anna", "03-03 10:00 +01 nobody"],
        Walk.Through(
            Of(Shift("anna", $"{Berlin}20260302T090000", ";TZID=Asia/Shanghai:20260302T170000", "RRULE:FREQ=DAILY;COUNT=2")),
            "2026-03-02",
            "2026-03-06"));

    /// <summary>Some programs write the last day as the first; one day is meant.</summary>
    [Theory]
    [InlineData("DTEND;VALUE=DATE:20260302")]
    [InlineData("DTEND;VALUE=DATE:20260303")]
    [InlineData("DTEND:20260303T000000")]
    [InlineData("DURATION:P1D")]
    public void End_OfAWholeDay_IsTheNextMidnight(string end) => Assert.Equal(
        ["03-02 00:00 +01 anna", "03-03 00:00 +01 nobody"],
        Walk.Through(Of($"SUMMARY:anna\nDTSTART;VALUE=DATE:20260302\n{end}"), "2026-03-02", "2026-03-04"));

    [Fact]
    public void EventOfNoLength_IsNobodysShift() => Assert.Equal(
        ["03-02 00:00 +01 nobody"],
        Walk.Through(Of($"SUMMARY:anna\nDTSTART{Berlin}20260302T090000\nDURATION:PT0S"), "2026-03-02", "2026-03-04"));

    /// <summary>Samoa crossed the date line and had no 30 December 2011: a shift on that day has no length.</summary>
    [Theory]
    [InlineData("20111230", "20111231", "12-29 00:00 -10 nobody")]
    [InlineData("20111229", "20111231", "12-29 00:00 -10 anna|12-31 00:00 +14 nobody")]
    public void WholeDay_ThatAZoneSkipped_IsNobodys(string from, string to, string expected) => Assert.Equal(
        expected.Split('|'),
        Walk.Through(
            Of(Shift("anna", $";VALUE=DATE:{from}", $";VALUE=DATE:{to}")), "2011-12-29", "2012-01-01", Walk.AgreementOf("Pacific/Apia")));
}
