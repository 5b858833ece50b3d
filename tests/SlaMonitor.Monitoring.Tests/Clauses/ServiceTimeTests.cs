using SlaMonitor.Core.Tickets;
using static SlaMonitor.Monitoring.Tests.Clauses.Contract;

namespace SlaMonitor.Monitoring.Tests.Clauses;

/// <summary>§1.2: when service is given.</summary>
public sealed class ServiceTimeTests
{
    [Clause("1.2", Key = "timeZone")]
    [Fact]
    public void Clause_1_2_TimesOfTheContract_AreWallTimesInShanghai()
    {
        Assert.Equal("Asia/Shanghai", Agreement.TimeZone.Id);
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 1, 0), Business.NextOpening(Instant.FromUtc(2026, 3, 1, 0, 0)));
        Assert.Equal(Instant.FromUtc(2023, 12, 31, 16, 0), Agreement.EffectiveAt);
    }

    [Clause("1.2.1", Key = "calendars")]
    [Theory]
    [InlineData("2026-03-02 08:59:59", false)] // a Monday
    [InlineData("2026-03-02 09:00", true)]
    [InlineData("2026-03-06 17:59:59", true)] // a Friday
    [InlineData("2026-03-06 18:00", false)]
    [InlineData("2026-03-07 12:00", false)]
    [InlineData("2026-03-08 12:00", false)]
    public void Clause_1_2_1_BusinessHours_AreMondayToFridayNineToSix(string at, bool open) => Assert.Equal(open, Business.IsOpen(At(at)));

    [Clause("1.2.1", Key = "calendars")]
    [Fact]
    public void Clause_1_2_1_TicketOfFridayEvening_CountsFromMondayMorning() =>
        Assert.Equal(At("2026-03-09 13:00"), Story.Created("2026-03-06 19:30").Clock("response").DueAt);

    [Clause("1.2.2.1", Key = "calendars")]
    [Theory]
    [InlineData("2026-01-01 10:00", false, false)] // New Year, a Thursday
    [InlineData("2026-01-02 10:00", false, true)] // the Friday that the notice adds to it
    [InlineData("2026-02-17 10:00", false, false)] // Spring Festival
    [InlineData("2026-02-23 10:00", false, true)]
    [InlineData("2026-09-25 10:00", false, false)] // Mid-Autumn
    [InlineData("2026-10-01 10:00", false, false)] // National Day
    [InlineData("2026-10-06 10:00", false, true)] // a Tuesday of its week that the law does not name
    [InlineData("2026-10-08 10:00", true, true)]
    public void Clause_1_2_2_1_StatutoryHolidays_AreClosedAsTheNoticeOrTheLawSays(string at, bool open, bool openByLaw)
    {
        var named = With(("closedOn: notice", "closedOn: namedDays")).Find("standard-support", 1)!;

        Assert.Equal(open, Business.IsOpen(At(at)));
        Assert.Equal(openByLaw, named.Calendars["business"].IsOpen(At(at)));
    }

    [Clause("1.2.2.1", Key = "calendars")]
    [Theory]
    [InlineData("2026-09-20 10:00")] // a Sunday
    [InlineData("2026-10-10 10:00")] // a Saturday
    public void Clause_1_2_2_1_MakeUpWeekends_AreClosedUnlessTheContractOpensThem(string at)
    {
        var open = With(("makeUpDays: closed", "makeUpDays: open")).Find("standard-support", 1)!;

        Assert.False(Business.IsOpen(At(at)));
        Assert.True(open.Calendars["business"].IsOpen(At(at)));
        Assert.False(open.Calendars["business"].IsOpen(At(at[..10] + " 18:00")));
    }

    [Clause("1.2.2.1", Key = "calendars")]
    [Fact]
    public void Clause_1_2_2_1_MakeUpSaturday_CountsForATicketWhereTheContractOpensIt()
    {
        var friday = Story.Created("2026-10-09 16:00");

        Assert.Equal(At("2026-10-12 11:00"), friday.Clock("response").DueAt);
        Assert.Equal(At("2026-10-10 11:00"), friday.Clock("response", With(("makeUpDays: closed", "makeUpDays: open"))).DueAt);
    }

    [Clause("1.2.2.1", Key = "calendars")]
    [Fact]
    public void Clause_1_2_2_1_BeyondTheLastNotice_DueTimesAreProvisional()
    {
        Assert.False(Story.Created("2026-12-31 09:00").Clock("response").IsProvisional);
        Assert.True(Story.Created("2026-12-31 16:00").Clock("response").IsProvisional);
        Assert.False(Story.Emergency("2027-02-01 09:00").Clock("emergency-response").IsProvisional);
    }

    [Clause("1.2.2.2", Key = "calendars")]
    [Theory]
    [InlineData("2026-10-03 09:59:59", false)]
    [InlineData("2026-10-03 10:00", true)]
    [InlineData("2026-10-03 15:59:59", true)]
    [InlineData("2026-10-03 16:00", false)]
    [InlineData("2026-10-04 10:00", false)]
    public void Clause_1_2_2_2_AgreedService_OpensThatDayOfTheNationalHolidayAlone(string at, bool open) =>
        Assert.Equal(open, Business.IsOpen(At(at)));

    [Clause("1.2.2.2", Key = "calendars")]
    [Fact]
    public void Clause_1_2_2_2_AgreedService_CountsForTicketsAndIsNotCountedWithoutTheAgreement()
    {
        var urgent = Story.Created("2026-09-30 19:00", new TicketChange { Priority = TicketPriority.Urgent });
        var nothingAgreed = With(
            ("      - { date: 2026-10-03, hours: \"10:00-16:00\", reason: 国庆值守 (holiday watch), approvedBy: customer }", "      []"));

        Assert.Equal(At("2026-10-03 11:00"), urgent.Clock("urgent-response").DueAt);
        Assert.Equal(At("2026-10-08 10:00"), urgent.Clock("urgent-response", nothingAgreed).DueAt);
        var agreed = Assert.Single(Business.Definition.Overrides);
        Assert.Equal((new LocalDate(2026, 10, 3), "国庆值守 (holiday watch)", "customer"), (agreed.Date, agreed.Reason, agreed.ApprovedBy));
    }
}
