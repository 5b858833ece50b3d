using System.Text.Json;
using SlaMonitor.Agreements;
using SlaMonitor.Agreements.Calendars;
using SlaMonitor.Cli.Holidays;
using SlaMonitor.Cli.Tests.Doctor;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Cli.Tests.Holidays;

/// <summary><c>sla holidays</c>: a country's holidays as a file that an agreement names.</summary>
public sealed class HolidaysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sla").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private string File => Path.Combine(_folder, "days.ics");

    public static TheoryData<string, string?> EveryRegion
    {
        get
        {
            var all = new TheoryData<string, string?>();
            foreach (var country in HolidayCountry.Countries)
            {
                all.Add(country, null);
                foreach (var region in HolidayCountry.RegionsOf(country)) all.Add(country, region);
            }

            return all;
        }
    }

    [Fact]
    public void Holidays_OfARegion_AreWrittenForAnAgreement()
    {
        Assert.Equal(0, Run("de", "by", "--years", "2026-2028", "--out", File));

        var business = Agreement();
        Assert.StartsWith($"{File}: ", _output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(" holidays of DE-BY, 2026-2028.\n", _output.ToString(), StringComparison.Ordinal);
        Assert.False(IsOpen(business, 2026, 1, 6), "Epiphany is a holiday in Bavaria");
        Assert.False(IsOpen(business, 2028, 10, 3), "German Unity is one everywhere");
        Assert.True(IsOpen(business, 2026, 1, 7));
        Assert.False(business.IsProvisional(Instant.FromUtc(2028, 12, 31, 12, 0)));
        Assert.True(business.IsProvisional(Instant.FromUtc(2029, 1, 1, 12, 0)));
    }

    [Fact]
    public void Holidays_OfTheWholeCountry_AreThoseOfEveryRegion()
    {
        Assert.Equal(0, Run("DE", "--years", "2026", "--out", File));

        var business = Agreement();
        Assert.True(IsOpen(business, 2026, 1, 6), "Epiphany is no holiday in most of Germany");
        Assert.False(IsOpen(business, 2026, 5, 1));
    }

    [Fact]
    public void Holidays_ObservedInTheYearBefore_AreInThatYear()
    {
        Assert.Equal(0, Run("US", "--years", "2027", "--out", File));

        Assert.Contains("DTSTART;VALUE=DATE:20271231", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
    }

    [Fact]
    public void Holidays_OnceMore_ChangeNothing()
    {
        Assert.Equal(0, Run("AT", "--years", "2026", "--out", File));
        var written = System.IO.File.ReadAllText(File);

        Assert.Equal(0, Run("AT", "--years", "2026", "--out", File));

        Assert.Contains("holidays of AT, 2026, already.", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(written, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Holidays_ThatAreOthersThanTheFiles_AreShownAndWrittenOnlyWhenSomebodySaysSo()
    {
        Assert.Equal(0, Run("AT", "--years", "2026", "--out", File));
        var changed = System.IO.File.ReadAllText(File).Replace(":20261026", ":20261027", StringComparison.Ordinal);
        System.IO.File.WriteAllText(File, changed);

        Assert.Equal(1, Run("AT", "--years", "2026", "--out", File));
        Assert.Matches("\n\\+ 2026-10-26 [^\n]+\n- 2026-10-27 [^\n]+\n$", _output.ToString());
        Assert.Equal(
            $"{File}: error: its days are others (-) than PublicHoliday 4.0.0 says (+); --replace writes them\n", _error.ToString());
        Assert.Equal(changed, System.IO.File.ReadAllText(File));

        Assert.Equal(0, Run("AT", "--years", "2026", "--out", File, "--replace"));
        Assert.Contains("DTSTART;VALUE=DATE:20261026", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
    }

    [Fact]
    public void Holidays_AsJson_SayWhatDiffered_AlsoOnceItIsWritten()
    {
        Assert.Equal(0, Run("AT", "--years", "2026", "--out", File));
        var changed = System.IO.File.ReadAllText(File).Replace(":20261026", ":20261027", StringComparison.Ordinal);
        System.IO.File.WriteAllText(File, changed);

        foreach (var (replace, outcome) in ((string[], int)[])[([], 1), (["--replace"], 0)])
        {
            _output.GetStringBuilder().Clear();
            Assert.Equal(outcome, Run(["AT", "--years", "2026", "--out", File, "--json", .. replace]));

            using var said = JsonDocument.Parse(_output.ToString());
            Assert.Equal(replace.Length > 0, said.RootElement.GetProperty("written").GetBoolean());
            Assert.Equal(2, said.RootElement.GetProperty("differences").GetArrayLength());
        }
    }

    [Fact]
    public void Holidays_BesideAFileThatIsNoCalendar_SayWhyAndLeaveIt()
    {
        System.IO.File.WriteAllText(File, "agreement: support");

        Assert.Equal(1, Run("AT", "--years", "2026", "--out", File, "--replace"));

        Assert.StartsWith($"{File}:1:1: error: ", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal("agreement: support", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Holidays_WhereAFolderStands_CannotBeWritten()
    {
        Directory.CreateDirectory(File);

        Assert.Equal(1, Run("AT", "--years", "2026", "--out", File));
        Assert.StartsWith($"{File}: error: the holidays cannot be read or written there: ", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The holidays of 'XX' are not known; known are ", "XX", "--years", "2026", "--out", "a.ics")]
    [InlineData("'ZZ' is no region of DE; there are BB, BE, ", "DE", "ZZ", "--years", "2026", "--out", "a.ics")]
    [InlineData("The holidays of AT are known for the whole country alone; leave '1' out.", "AT", "1", "--years", "2026", "--out", "a.ics")]
    [InlineData("'2028-2026' are no years; write 2026 or 2026-2028", "AT", "--years", "2028-2026", "--out", "a.ics")]
    [InlineData("'soon' are no years", "AT", "--years", "soon", "--out", "a.ics")]
    [InlineData("'2026-2046' are no years", "AT", "--years", "2026-2046", "--out", "a.ics")]
    [InlineData("--out is missing", "AT", "--years", "2026")]
    public void Holidays_WrongCommandLine_ExitsWith2_AndSaysWhatIsRight(string complaint, params string[] args)
    {
        Assert.Equal(2, Run(args));
        Assert.StartsWith($"error: {complaint}", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryRegion))]
    public void Write_HolidaysOfEveryRegion_AreReadAsTheyWere(string country, string? region)
    {
        var days = HolidayCountry.Find(country, region)!.Of(2024, 2030);

        var text = HolidayCalendar.Write("title", "source", "id", days);

        Assert.True(days.Count >= 4 * 7, "a country has some holidays");
        Assert.Equal(days, HolidayCalendar.Read("days.ics", text, out var problems));
        Assert.Empty(problems);
        Assert.All(text.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75));
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _error.Dispose();
    }

    private static bool IsOpen(BusinessCalendar calendar, int year, int month, int day) =>
        calendar.IsOpen(Instant.FromUtc(year, month, day, 12, 0));

    private BusinessCalendar Agreement()
    {
        var path = Path.Combine(_folder, "a.yaml");
        System.IO.File.WriteAllText(path, """
            agreement: support
            effectiveFrom: 2026-01-01
            timeZone: Europe/Berlin
            calendars: { business: { week: { mon-sun: "09:00-17:00" }, holidays: { ical: days.ics } } }
            targets: [{ id: response, metric: firstResponse, within: 1h, calendar: business }]
            """);
        var load = AgreementLoader.LoadFiles([path]);
        Assert.Empty(load.Problems);
        return load.Book!.Find("support", 1)!.Calendars["business"];
    }

    private int Run(params string[] args) => SlaCommand.Run(["holidays", .. args], _output, _error, FakeAzure.Nowhere);
}
