using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests;

public sealed class FingerprintTests
{
    [Fact]
    public void Fingerprint_CommentsAndSpaces_AreNoChange() => Assert.Equal(
        Of(TestFiles.Small()),
        Of("# agreed in Berlin\n" + TestFiles.Small().Replace("within: 4h", "within:   4h", StringComparison.Ordinal) + "\n\n"));

    [Theory]
    [InlineData("4h", "5h")]
    [InlineData("18:00", "17:00")]
    [InlineData("id: response", "id: answer")]
    [InlineData("Asia/Shanghai", "Europe/Berlin")]
    public void Fingerprint_OtherWords_AreAChange(string before, string after) =>
        Assert.NotEqual(Of(TestFiles.Small()), Of(TestFiles.Small().Replace(before, after, StringComparison.Ordinal)));

    [Fact]
    public void Fingerprint_OtherDayInAHolidayFile_IsAChange()
    {
        var folder = Directory.CreateTempSubdirectory("fingerprint-").FullName;
        try
        {
            File.WriteAllText(
                Path.Combine(folder, "a.yaml"),
                TestFiles.Small().Replace(
                    "\"09:00-18:00\" }", "\"09:00-18:00\" }, holidays: [{ ical: days.ics }]", StringComparison.Ordinal));

            Assert.NotEqual(With("20260501"), With("20260502"));
            Assert.NotEqual(With("20260501", "上班"), With("20260502", "上班"));

            // States are stored with it: another version of the program has to come to the same.
            Assert.Equal("16e0bcd3ee0fe145", With("20260501"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        string With(string day, string title = "Off")
        {
            File.WriteAllText(
                Path.Combine(folder, "days.ics"),
                $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
                + $"DTSTART;VALUE=DATE:{day}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
            var load = AgreementLoader.LoadFolder(folder);
            Assert.Empty(load.Problems);
            return load.Book!.Fingerprint;
        }
    }

    private static string Of(string text) => TestFiles.Load(text).Book!.Fingerprint;
}
