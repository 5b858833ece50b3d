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
        var problem = Assert.Single(Load("holidays: { ical: standard-support.yaml }").Problems);

        Assert.StartsWith(
            "'standard-support.yaml' cannot serve as a holiday list: it is not an iCalendar file",
            problem.Message,
            StringComparison.Ordinal);
        Assert.Equal((5, 78), (problem.Place.Line, problem.Place.Column));
    }

    private static AgreementLoad Load(string holidays)
    {
        var text = TestFiles.Small().Replace("\"09:00-18:00\" } }", $"\"09:00-18:00\" }}, {holidays} }}", StringComparison.Ordinal);
        return AgreementLoader.Load([new AgreementText(TestFiles.Data("support.yaml"), Encoding.UTF8.GetBytes(text))]);
    }
}
