using SlaMonitor.Agreements.Feeds;
using SlaMonitor.Core.Agreements;
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
    public void Read_NoCalendar_IsRefused()
    {
        Assert.Null(OnCallCalendar.Read("on-call.ics", "<!doctype html>", Walk.At("2026-06-01", DateTimeZone.Utc), out var problems));
        Assert.Equal(
            "on-call.ics:1:1: error: this is no iCalendar file, which begins with BEGIN:VCALENDAR; it begins with '<!doctype html>'",
            Assert.Single(problems).ToString());
    }

    /// <summary>Where the only event is called off, and has lost its start, the calendar is read: nobody is on call.</summary>
    [Fact]
    public void Read_NothingButWhatWasCalledOff_IsACalendarWithoutEvents()
    {
        var calendar = OnCallCalendar.Read(
            "on-call.ics", Of("SUMMARY:anna\nSTATUS:CANCELLED"), Walk.At("2026-06-01", DateTimeZone.Utc), out var problems);

        Assert.Equal((0, 0, 0), (calendar?.EventCount, problems.Count, calendar?.Skipped.Count));
    }

    [Fact]
    public void TurnsFor_EventThatNamesNobody_IsToldAndDoesNotCount()
    {
        var calendar = OnCallCalendar.Read(
            "on-call.ics",
            Of(Good, Shift("Lunch", ":20260302T110000Z", ":20260302T120000Z")),
            Walk.At("2026-06-01", DateTimeZone.Utc),
            out _)!;

        var window = new Interval(Walk.At("2026-03-02", DateTimeZone.Utc), Walk.At("2026-03-09", DateTimeZone.Utc));
        var turns = calendar.TurnsFor(Walk.Office, window, out var warnings);

        Assert.Equal("anna@example.com", new Rotation(turns).OnCallAt(Instant.FromUtc(2026, 3, 2, 11, 30), DateTimeZone.Utc));
        Assert.Equal(
            "on-call.ics:10:1: warning: 'Lunch' names nobody and does not count; "
            + "invite a person, or write an address or a contact's name as its title",
            Assert.Single(warnings).ToString());
    }

    [Fact]
    public void TooLarge_NamesTheLimit() =>
        Assert.Equal("it is larger than 1048576 bytes, which is the most that a calendar may have", OnCallCalendar.TooLarge);

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
