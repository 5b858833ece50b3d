using static SlaMonitor.Samples.CalendarText;

namespace SlaMonitor.Agreements.Tests.Feeds;

/// <summary>Who is on call by what calendars say, quarter of an hour by quarter of an hour; in Berlin, unless said otherwise.</summary>
public sealed class FeedTurnsTests
{
    private const string Berlin = ";TZID=Europe/Berlin:";
    private const string Fortnightly = "RRULE:FREQ=WEEKLY;INTERVAL=2";

    private static readonly string[] Weeks =
    [
        Shift("anna", $"{Berlin}20260302T090000", $"{Berlin}20260309T090000", Fortnightly),
        Shift("ben", $"{Berlin}20260309T090000", $"{Berlin}20260316T090000", Fortnightly),
    ];

    [Fact]
    public void Weeks_OverBothChangesOfTheClocks_HandOverAtTheWallTimeWithoutAGap()
    {
        Assert.Equal(
            ["03-23 00:00 +01 anna", "03-23 09:00 +01 ben", "03-30 09:00 +02 anna", "04-06 09:00 +02 ben"],
            Walk.Through(Of(Weeks), "2026-03-23", "2026-04-08"));
        Assert.Equal(
            ["10-19 00:00 +02 anna", "10-19 09:00 +02 ben", "10-26 09:00 +01 anna", "11-02 09:00 +01 ben"],
            Walk.Through(Of(Weeks), "2026-10-19", "2026-11-04"));
    }

    [Fact]
    public void Days_HandoverInTheChangeOfTheClocks_MovesForwardOrCountsTheFirstTime()
    {
        var halfDays = Of(
            Shift("anna", $"{Berlin}20260301T023000", $"{Berlin}20260301T143000", "RRULE:FREQ=DAILY"),
            Shift("ben", $"{Berlin}20260301T143000", $"{Berlin}20260302T023000", "RRULE:FREQ=DAILY"));

        Assert.Equal(
            ["03-29 00:00 +01 ben", "03-29 03:30 +02 anna", "03-29 14:30 +02 ben"],
            Walk.Through(halfDays, "2026-03-29", "2026-03-30"));
        Assert.Equal(
            ["10-25 00:00 +02 ben", "10-25 02:30 +02 anna", "10-25 14:30 +01 ben"],
            Walk.Through(halfDays, "2026-10-25", "2026-10-26"));
    }

    [Fact]
    public void Days_LordHoweThatMovesByHalfAnHour_DoTheSame()
    {
        var lordHowe = Walk.AgreementOf("Australia/Lord_Howe");
        string HandoverAt(string time) => Of(
            Shift("anna", $":20260301T{time}", $":20260301T{time}", "RRULE:FREQ=DAILY;INTERVAL=2")
                .Replace($"DTEND:20260301T{time}", "DURATION:P1D", StringComparison.Ordinal),
            Shift("ben", $":20260302T{time}", $":20260302T{time}", "RRULE:FREQ=DAILY;INTERVAL=2")
                .Replace($"DTEND:20260302T{time}", "DURATION:P1D", StringComparison.Ordinal));

        Assert.Equal(
            ["10-04 00:00 +10:30 anna", "10-04 02:45 +11 ben"],
            Walk.Through(HandoverAt("021500"), "2026-10-04", "2026-10-05", lordHowe));
        Assert.Equal(
            ["04-05 00:00 +11 anna", "04-05 01:45 +11 ben"],
            Walk.Through(HandoverAt("014500"), "2026-04-05", "2026-04-06", lordHowe));
    }

    [Fact]
    public void Series_InUtc_KeepsTheTimeInUtc() => Assert.Equal(
        ["03-28 00:00 +01 nobody", "03-28 09:00 +01 anna", "03-28 10:00 +01 nobody", "03-29 10:00 +02 anna", "03-29 11:00 +02 nobody"],
        Walk.Through(Of(Shift("anna", ":20260302T080000Z", ":20260302T090000Z", "RRULE:FREQ=DAILY")), "2026-03-28", "2026-03-30"));

    [Theory]
    [InlineData("W. Europe Standard Time")]
    [InlineData("/freeassociation.sourceforge.net/Europe/Berlin")]
    [InlineData("\"Europe/Berlin\"")]
    public void Zone_OtherNamesForIt_IsTheSame(string zone) => Assert.Equal(
        ["07-01 00:00 +02 nobody", "07-01 09:00 +02 anna", "07-01 10:00 +02 nobody"],
        Walk.Through(
            Of(Shift("anna", $";TZID={zone}:20260701T090000", $";TZID={zone}:20260701T100000")),
            "2026-07-01",
            "2026-07-02",
            Walk.AgreementOf("Europe/Paris")));

    [Fact]
    public void WholeDaysAndTimesWithoutZone_AreTheAgreements()
    {
        var shanghai = Walk.AgreementOf("Asia/Shanghai");
        var days = Of(
            Shift("anna", ";VALUE=DATE:20260302", ";VALUE=DATE:20260304"),
            "SUMMARY:ben\nDTSTART;VALUE=DATE:20260304",
            Shift("carl", ":20260305T090000", ":20260305T100000"));

        Assert.Equal(
            [
                "03-01 00:00 +08 nobody", "03-02 00:00 +08 anna", "03-04 00:00 +08 ben", "03-05 00:00 +08 nobody", "03-05 09:00 +08 carl",
                "03-05 10:00 +08 nobody",
            ],
            Walk.Through(days, "2026-03-01", "2026-03-06", shanghai));
    }

    [Theory]
    [InlineData("DURATION:P7D", "03-30 09:00 +02 nobody")]
    [InlineData("DURATION:PT168H", "03-30 10:00 +02 nobody")]
    public void Duration_IsMeantAsItIsWritten(string duration, string end) => Assert.Equal(
        ["03-28 00:00 +01 anna", end],
        Walk.Through(Of($"SUMMARY:anna\nDTSTART{Berlin}20260323T090000\n{duration}"), "2026-03-28", "2026-04-01"));

    [Theory]
    [InlineData("EXDATE;TZID=Europe/Berlin:20260303T090000")]
    [InlineData("EXDATE:20260303T080000Z")]
    [InlineData("EXDATE;VALUE=DATE:20260303")]
    [InlineData("EXDATE;TZID=Asia/Shanghai:20260303T160000,20270303T160000")]
    public void Series_DateTakenOut_HasNobody(string exception) => Assert.Equal(
        ["03-02 00:00 +01 nobody", "03-02 09:00 +01 anna", "03-02 18:00 +01 nobody", "03-04 09:00 +01 anna", "03-04 18:00 +01 nobody"],
        Walk.Through(
            Of(Shift("anna", $"{Berlin}20260302T090000", $"{Berlin}20260302T180000", "RRULE:FREQ=DAILY", exception)),
            "2026-03-02",
            "2026-03-05"));

    [Fact]
    public void Series_WholeDaysWithADateTakenOut_HasNobodyThen() => Assert.Equal(
        ["03-02 00:00 +01 anna", "03-03 00:00 +01 nobody", "03-04 00:00 +01 anna"],
        Walk.Through(
            Of(Shift("anna", ";VALUE=DATE:20260302", ";VALUE=DATE:20260303", "RRULE:FREQ=DAILY", "EXDATE;VALUE=DATE:20260303")),
            "2026-03-02",
            "2026-03-05"));

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;COUNT=2")]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20260303T080000Z")]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20260303T225959Z")]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20260303")]
    [InlineData("RDATE;TZID=Europe/Berlin:20260303T090000")]
    [InlineData("RDATE:20260303T080000Z")]
    public void Series_HasAnEnd_EndsThere(string rule) => Assert.Equal(
        ["03-02 00:00 +01 nobody", "03-02 09:00 +01 anna", "03-02 18:00 +01 nobody", "03-03 09:00 +01 anna", "03-03 18:00 +01 nobody"],
        Walk.Through(Of(Shift("anna", $"{Berlin}20260302T090000", $"{Berlin}20260302T180000", rule)), "2026-03-02", "2026-03-06"));

    [Theory]
    [InlineData("RECURRENCE-ID;TZID=Europe/Berlin:20260303T090000")]
    [InlineData("RECURRENCE-ID:20260303T080000Z")]
    [InlineData("RECURRENCE-ID;VALUE=DATE:20260303")]
    public void Series_OneIsAnothersAndAtAnotherTime_TakesItsPlace(string which)
    {
        var days = Of(
            Shift("anna", $"{Berlin}20260302T090000", $"{Berlin}20260302T180000", "UID:series", "RRULE:FREQ=DAILY"),
            Shift("ben", $"{Berlin}20260303T100000", $"{Berlin}20260303T110000", "UID:series", which));

        Assert.Equal(
            [
                "03-02 00:00 +01 nobody", "03-02 09:00 +01 anna", "03-02 18:00 +01 nobody", "03-03 10:00 +01 ben", "03-03 11:00 +01 nobody",
                "03-04 09:00 +01 anna", "03-04 18:00 +01 nobody",
            ],
            Walk.Through(days, "2026-03-02", "2026-03-05"));
    }

    [Fact]
    public void CancelledOnes_DoNotCount()
    {
        var days = Of(
            Shift("anna", $"{Berlin}20260302T090000", $"{Berlin}20260302T180000", "UID:series", "RRULE:FREQ=DAILY"),
            Shift(
                "anna", $"{Berlin}20260303T090000", $"{Berlin}20260303T180000", "UID:series",
                "RECURRENCE-ID;TZID=Europe/Berlin:20260303T090000", "STATUS:CANCELLED"),
            Shift("ben", $"{Berlin}20260302T090000", $"{Berlin}20260302T180000", "STATUS:CANCELLED"));

        Assert.Equal(
            ["03-02 00:00 +01 nobody", "03-02 09:00 +01 anna", "03-02 18:00 +01 nobody", "03-04 09:00 +01 anna", "03-04 18:00 +01 nobody"],
            Walk.Through(days, "2026-03-02", "2026-03-05"));
    }

    [Fact]
    public void Overlap_ADayInAWeek_IsTheDaysAndTheWeekGoesOn() => Assert.Equal(
        ["03-02 00:00 +01 ben", "03-02 09:00 +01 anna", "03-04 18:00 +01 carl", "03-05 09:00 +01 anna", "03-09 09:00 +01 ben"],
        Walk.Through(
            Of(
            [
                .. Weeks,
                Shift("carl", $"{Berlin}20260304T180000", $"{Berlin}20260305T090000"),
                Shift("ben", ":20260223T080000Z", ":20260302T080000Z"),
            ]),
            "2026-03-02",
            "2026-03-11"));

    [Fact]
    public void Overlap_BegunTogether_TheShorterCounts() => Assert.Equal(
        ["03-02 00:00 +01 nobody", "03-02 09:00 +01 carl", "03-03 09:00 +01 anna"],
        Walk.Through(Of(Shift("carl", $"{Berlin}20260302T090000", $"{Berlin}20260303T090000"), Weeks[0]), "2026-03-02", "2026-03-05"));

    [Fact]
    public void Overlap_TheSameTwice_TheLaterInTheFileCounts() => Assert.Equal(
        ["03-02 00:00 +01 nobody", "03-02 09:00 +01 carl"],
        Walk.Through(Of(Weeks[0], Weeks[0].Replace("anna", "carl", StringComparison.Ordinal)), "2026-03-02", "2026-03-05"));

    [Fact]
    public void Rule_ThatNeverComes_ComesToAnEnd() => Assert.Equal(
        ["03-02 00:00 +01 nobody"],
        Walk.Through(
            Of(Shift("anna", $"{Berlin}20260101T090000", $"{Berlin}20260101T180000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")),
            "2026-03-02",
            "2026-03-05"));
}
