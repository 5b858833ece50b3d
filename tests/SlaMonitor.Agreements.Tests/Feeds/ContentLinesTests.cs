using SlaMonitor.Agreements.Feeds;

namespace SlaMonitor.Agreements.Tests.Feeds;

/// <summary>What becomes of the lines of an event before the parser sees them.</summary>
public sealed class ContentLinesTests
{
    private static readonly Dictionary<string, string> NoZones = [];

    [Theory]
    [InlineData("SUMMARY:Ben\\, Carl", "Ben, Carl")]
    [InlineData("SUMMARY:Ben\\; Carl", "Ben; Carl")]
    [InlineData("SUMMARY:Ben\\\\Carl", "Ben\\Carl")]
    [InlineData("SUMMARY:Ben\\nCarl", "Ben\nCarl")]
    [InlineData("SUMMARY:Ben\\NCarl", "Ben\nCarl")]
    [InlineData("SUMMARY: Ben\\tCarl ", "Ben\\tCarl")] // the format does not escape a t
    [InlineData("summary;LANGUAGE=de:Ben", "Ben")]
    [InlineData("SUMMARY;ALTREP=\"https://a;b:c\":Ben", "Ben")]
    public void Text_IsWhatTheLineSays(string line, string text)
    {
        var read = ContentLine.Of(line)!;

        Assert.Equal(("SUMMARY", text), (read.Name, read.Text));
    }

    [Fact]
    public void Of_FoldedLines_ArePutTogether() => Assert.Equal(
        ["SUMMARY:On call - Anna Berg", "UID:one"],
        Read("BEGIN:VEVENT", "SUMMARY:On", "  call - An", "\tna Berg", "", "UID:one", "END:VEVENT"));

    [Fact]
    public void Of_ComponentInside_IsLeftOut_AndWhatFollowsItIsNot() => Assert.Equal(
        ["UID:one", "SUMMARY:anna"],
        Read(
            "BEGIN:VEVENT", "UID:one", "BEGIN:VALARM", "TRIGGER:-PT15M", "SUMMARY:Soon", "BEGIN:VWHATEVER", "SUMMARY:Sooner",
            "END:VWHATEVER", "DURATION:PT1H", "END:VALARM", "SUMMARY:anna", "END:VEVENT"));

    [Fact]
    public void Of_TextThatWasBrokenWithoutFolding_IsNoLine() => Assert.Equal(
        ["DESCRIPTION:Bring the phone", "SUMMARY:anna"],
        Read("BEGIN:VEVENT", "DESCRIPTION:Bring the phone", "and the charger", "SUMMARY:anna", "END:VEVENT"));

    [Theory]
    [InlineData("SUMMARY:anna", "SUMMARY:anna")]
    [InlineData("SUMMARY:", null)]
    [InlineData("DTEND: ", null)]
    [InlineData("DTSTART:", "DTSTART:")] // its absence is told apart from nothing at all
    [InlineData("GEO:behind the moon", null)]
    [InlineData("LOCATION:", null)]
    [InlineData("RRULE:FREQ=DAILY;COUNT=-1", "RRULE:FREQ=DAILY")]
    [InlineData("RRULE:FREQ=DAILY;INTERVAL=-1", "RRULE:FREQ=DAILY")]
    [InlineData("RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=DAILY;COUNT=3")]
    [InlineData("RRULE:FREQ=DAILY;COUNT=", "RRULE:FREQ=DAILY")]
    [InlineData("RRULE:FREQ=DAILY;COUNT", "RRULE:FREQ=DAILY")]
    [InlineData("RRULE:freq=daily; interval=2;", "RRULE:FREQ=DAILY;INTERVAL=2")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTHDAY=-1", "RRULE:FREQ=YEARLY;BYMONTHDAY=-1")] // here it means the last day
    [InlineData("DTSTART;TZID=W. Europe Standard Time:20260302T090000", "DTSTART;TZID=\"Europe/Berlin\":20260302T090000")]
    [InlineData("DTSTART;TZID=Nowhere/Atlantis:20260302T090000", "DTSTART;TZID=\"Nowhere/Atlantis\":20260302T090000")]
    public void Repairs_Line_IsWhatItMeans(string written, string? meant) => Assert.Equal(
        meant, EventRepairs.Of([ContentLine.Of(written)!], NoZones).SingleOrDefault()?.ToString().TrimEnd());

    private static IEnumerable<string> Read(params string[] lines) => ContentLines.Of(lines).Select(line => $"{line.Name}:{line.Text}");
}
