using System.Text;
using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests;

public sealed class HolidayTests
{
    [Fact]
    public void Load_IcalFileBesideTheAgreement_ClosesItsDays()
    {
        var load = Load("holidays: [{ list: china }, { ical: company-days.ics }]");

        Assert.Empty(load.Problems);
        var business = load.Book!.Find("support", 1)!.Calendars["business"];
        Assert.False(business.IsOpen(Instant.FromUtc(2026, 5, 6, 2, 0)), "Founders' day");
        Assert.True(business.IsOpen(Instant.FromUtc(2026, 5, 7, 2, 0)), "the day after");
        Assert.False(business.IsOpen(Instant.FromUtc(2026, 5, 1, 2, 0)), "Labour Day");
    }

    [Fact]
    public void Load_FileThatIsNoCalendar_SaysSoWhereItIsNamed()
    {
        var problems = Load("holidays: { ical: standard-support.yaml }").Problems;
        var problem = Assert.Single(problems, problem => problem.Message.Contains("cannot serve", StringComparison.Ordinal));

        Assert.StartsWith(
            "'standard-support.yaml' cannot serve as a holiday list; its own lines say why",
            problem.Message,
            StringComparison.Ordinal);
        Assert.Equal((5, 78), (problem.Place.Line, problem.Place.Column));
    }

    [Fact]
    public void Load_TwentyEntriesForPartsOfDays_AreTenLinesWithTheirPlaces()
    {
        var file = TestFiles.Data("parts-of-days.ics");
        File.WriteAllText(file, CalendarText.Of(Enumerable.Range(1, 20).Select(
            day => $"SUMMARY:Party {day}\nDTSTART:202612{day:00}T120000\nDTEND:202612{day:00}T180000")));

        var problems = Load("holidays: { ical: parts-of-days.ics }").Problems;

        Assert.Equal(10, problems.Count);
        Assert.Contains(problems, problem => problem.Place.Line == 4 && problem.Message ==
            "'Party 1' covers a part of a day; list whole days, and write short days under agreed; "
            + "to leave it out, write except: [\"Party 1\"] beside ical");
        Assert.Contains(problems, problem => problem.Message == "12 more entries cannot be read, from this line on");
    }

    [Theory]
    [InlineData("observances: closed")]
    [InlineData("except: [x]")]
    public void Load_KeyOfAFileBesideABuiltInList_IsAnError(string key) => Assert.StartsWith(
        "observances and except are for a file",
        Assert.Single(Load($"holidays: {{ list: china, {key} }}").Problems).Message,
        StringComparison.Ordinal);

    private static AgreementLoad Load(string holidays)
    {
        var text = TestFiles.Small().Replace("\"09:00-18:00\" } }", $"\"09:00-18:00\" }}, {holidays} }}", StringComparison.Ordinal);
        return AgreementLoader.Load([new AgreementText(TestFiles.Data("support.yaml"), Encoding.UTF8.GetBytes(text))]);
    }
}
