using SlaMonitor.Agreements.Feeds;
using static SlaMonitor.Samples.CalendarText;

namespace SlaMonitor.Agreements.Tests.Feeds;

public sealed class OnCallCalendarTests
{
    private static readonly string Good = Shift("anna", ":20260302T080000Z", ":20260309T080000Z");
    private static readonly string Bad = Shift("ben", ":20260302T080000Z", ":20260301T080000Z");

    [Fact]
    public void Read_OneEventThatIsNotUnderstood_IsSkippedAndTheRestCounts()
    {
        var calendar = OnCallCalendar.Read("on-call.ics", Of(Good, Bad), Walk.At("2026-06-01", DateTimeZone.Utc), out var problems)!;

        Assert.Empty(problems);
        Assert.Equal(1, calendar.EventCount);
        Assert.Equal(
            "on-call.ics:10:1: warning: 'ben' ends before it starts; it is skipped, and the other events count",
            Assert.Single(calendar.Skipped).ToString());
    }

    [Fact]
    public void Read_NothingThatIsUnderstood_IsRefused()
    {
        Assert.Null(OnCallCalendar.Read("on-call.ics", Of(Bad), Walk.At("2026-06-01", DateTimeZone.Utc), out var problems));
        Assert.Equal("on-call.ics:4:1: error: 'ben' ends before it starts", Assert.Single(problems).ToString());
    }

    [Fact]
    public void Read_CountOfMinusOneBesideUntil_EndsAtUntil() => Assert.Equal(
        ["03-02 00:00 +01 nobody", "03-02 09:00 +01 anna", "03-02 10:00 +01 nobody", "03-03 09:00 +01 anna", "03-03 10:00 +01 nobody"],
        Walk.Through(
            Of(Shift("anna", ":20260302T080000Z", ":20260302T090000Z", "RRULE:FREQ=DAILY;COUNT=-1;INTERVAL=1;UNTIL=20260303T225959Z")),
            "2026-03-02", "2026-03-06"));

    [Theory]
    [InlineData("20260323T160000Z")]
    [InlineData("20260324")]
    public void Read_WholeDaySeriesUntilMidnightInUtc_LastsThroughThatDayOfTheZone(string until) => Assert.Equal(
        ["03-23 00:00 +08 nobody", "03-24 00:00 +08 anna", "03-25 00:00 +08 nobody"],
        Walk.Through(
            Of($"SUMMARY:anna\nDTSTART;VALUE=DATE:20260303\nRRULE:FREQ=WEEKLY;UNTIL={until};BYDAY=TU"),
            "2026-03-23", "2026-04-02", Walk.AgreementOf("Asia/Shanghai")));
}
