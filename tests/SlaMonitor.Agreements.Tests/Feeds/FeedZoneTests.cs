using SlaMonitor.Agreements.Feeds;
using static SlaMonitor.Samples.CalendarText;

namespace SlaMonitor.Agreements.Tests.Feeds;

public sealed class FeedZoneTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("utc")]
    [InlineData("Z")]
    [InlineData("GMT")]
    [InlineData("Etc/UTC")]
    [InlineData("tzone://Microsoft/Utc")]
    [InlineData("Coordinated Universal Time")]
    [InlineData("\"UTC\"")]
    public void Find_NameOfUtc_IsUtc(string name) => Assert.Same(DateTimeZone.Utc, FeedZone.Find(name));

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("/example.org/20260101_1/America/Argentina/Ushuaia", "America/Argentina/Ushuaia")]
    [InlineData("China Standard Time", "Asia/Shanghai")]
    [InlineData("Eastern Time (US & Canada)", "America/New_York")]
    [InlineData("(UTC-08:00) Pacific Time (US and Canada)", "America/Los_Angeles")]
    [InlineData("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam")] // the first of them
    [InlineData("(GMT+08.00) Beijing / Shanghai, Shanghai", "Asia/Shanghai")]
    [InlineData("(UTC) Dublin, London", "Europe/London")] // Dublin's standard time is summer's
    [InlineData("(UTC+05:00) Berlin", null)] // the city and the distance must agree
    [InlineData("Nowhere/Atlantis", null)]
    [InlineData("", null)]
    public void Find_OtherName_IsTheZoneThatIsMeant(string name, string? id) => Assert.Equal(id, FeedZone.Find(name)?.Id);

    [Theory]
    [InlineData("TZID:Office|X-LIC-LOCATION:Asia/Shanghai", "Asia/Shanghai")]
    [InlineData("TZID:Office|X-LIC-LOCATION:China Standard Time", "Asia/Shanghai")]
    [InlineData("TZID:\"Office\"|BEGIN:STANDARD|TZOFFSETTO:+0800|END:STANDARD", "UTC+08")]
    [InlineData("TZID:Office|BEGIN:STANDARD|TZOFFSETTO:-023000|END:STANDARD", "UTC-02:30")]
    [InlineData("TZID:Office|X-LIC-LOCATION:Nowhere/Atlantis|BEGIN:STANDARD|TZOFFSETTO:+0800|END:STANDARD", "UTC+08")]
    [InlineData("TZID:Office|X-LIC-LOCATION:Asia/Shanghai|BEGIN:STANDARD|TZOFFSETTO:+0900|END:STANDARD", "Asia/Shanghai")]
    [InlineData("TZID:Office|BEGIN:STANDARD|TZOFFSETTO:+0800|END:STANDARD|BEGIN:DAYLIGHT|TZOFFSETTO: +0800|END:DAYLIGHT", "UTC+08")]
    [InlineData("TZID:Office|BEGIN:STANDARD|TZOFFSETTO:+0100|END:STANDARD|BEGIN:DAYLIGHT|TZOFFSETTO:+0200|END:DAYLIGHT", null)]
    [InlineData("TZID:Office|BEGIN:STANDARD|TZOFFSETFROM:+0800|END:STANDARD", null)]
    [InlineData("TZID:Office|BEGIN:STANDARD|TZOFFSETTO:east|END:STANDARD", null)]
    [InlineData("TZID:Office|BEGIN:STANDARD|TZOFFSETTO:+9900|END:STANDARD", null)]
    [InlineData("X-LIC-LOCATION:Asia/Shanghai", null)]
    public void BroughtAlong_Zone_IsWhatItsPlaceOrItsDistanceSays(string lines, string? id) =>
        Assert.Equal(id, ZonesBroughtAlong.Of([lines.Split('|')]).GetValueOrDefault("Office"));

    /// <summary>The id of such a zone has a colon, which would end the parameter that it stands in.</summary>
    [Theory]
    [InlineData("+0530", "07-01 05:30 +02 anna")]
    [InlineData("-023000", "07-01 13:30 +02 anna")]
    public void BroughtAlong_DistanceOfHalfAnHour_IsFollowed(string distance, string expected) => Assert.Contains(
        expected,
        Walk.Through(
            Of(Shift("anna", ";TZID=Office:20260701T090000", ";TZID=Office:20260701T100000")).Replace(
                "BEGIN:VEVENT", Zone("Office", $"TZOFFSETTO:{distance}") + "BEGIN:VEVENT", StringComparison.Ordinal),
            "2026-07-01",
            "2026-07-02"));

    [Fact]
    public void BroughtAlong_OneOfSeveral_IsTheEvents() => Assert.Equal(
        ["07-01 00:00 +02 nobody", "07-01 03:00 +02 anna", "07-01 04:00 +02 nobody"],
        Walk.Through(
            Of(Shift("anna", ";TZID=Office:20260701T090000", ";TZID=Office:20260701T100000")).Replace(
                "BEGIN:VEVENT",
                Zone("Another", "TZOFFSETTO:+0300") + Zone("Office", "TZOFFSETTO:+0800") + Zone("Office", "TZOFFSETTO:+0900")
                + "BEGIN:VEVENT",
                StringComparison.Ordinal),
            "2026-07-01",
            "2026-07-02"));

    private static string Zone(string name, string line) =>
        $"BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\n{line}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
}
