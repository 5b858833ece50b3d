using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using static SlaMonitor.Samples.TestFiles;

namespace SlaMonitor.Agreements.Tests.Building;

/// <summary>Dates of every year, several lists of holidays, and calendars that are unions of others.</summary>
public sealed class CalendarRulesTests
{
    private const string Desks = """
          asia: { week: { mon-fri: "09:00-17:00" }, timeZone: Asia/Singapore }
          europe: { week: { mon-fri: "09:00-17:00" }, timeZone: Europe/Berlin }
          americas: { week: { mon-fri: "09:00-17:00" }, timeZone: America/New_York }
        """;

    [Theory]
    [InlineData("12-24", "2031-12-24")]
    [InlineData("02-29", "2028-02-29")]
    [InlineData("last fri of november", "2030-11-29")]
    [InlineData("first mon of september", "2026-09-07")]
    [InlineData("fourth thu of november", "2026-11-26")]
    [InlineData("Last Fri of November", "2030-11-29")]
    public void Load_DateOfEveryYear_HasItsHours(string each, string date)
    {
        var text = Business($"{{ each: {each}, hours: \"06:00-07:00\", reason: agreed, approvedBy: both }}");
        var business = Only(text).Calendars["business"];
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value.AtStartOfDayInZone(business.Zone).ToInstant();

        Assert.Equal(BusinessDuration.FromHours(1), business.Elapsed(day, day + Duration.FromDays(1)));
        Assert.True(business.IsOpen(day + Duration.FromHours(6)));
        var yearly = Assert.Single(business.Definition.YearlyOverrides);
        Assert.Equal((each.ToLowerInvariant(), "agreed", "both"), (yearly.Each.Name, yearly.Reason, yearly.ApprovedBy));
    }

    [Fact]
    public void Load_DateOfOneYear_GoesBeforeThatOfEveryYear()
    {
        var business = Only(Business(
            "{ each: 12-24, hours: [], reason: closed }, { date: 2026-12-24, hours: \"09:00-11:00\", reason: open once }"))
            .Calendars["business"];

        Assert.True(business.IsOpen(Instant.FromUtc(2026, 12, 24, 2, 0)));
        Assert.False(business.IsOpen(Instant.FromUtc(2027, 12, 24, 2, 0)));
    }

    [Fact]
    public void Load_SeveralListsOfHolidays_CloseTogether_AndAreAnnouncedToTheEarliestEnd()
    {
        var text = Small().Replace(
            "\"09:00-18:00\" } }",
            "\"09:00-18:00\" }, holidays: [{ list: china, closedOn: namedDays }, { list: china, makeUpDays: open }] }",
            StringComparison.Ordinal);

        var business = Only(text).Calendars["business"];

        // Closed by the notice, though the law does not name the day; and worked to make up for it.
        Assert.False(business.IsOpen(Instant.FromUtc(2026, 10, 7, 2, 0)));
        Assert.True(business.IsOpen(Instant.FromUtc(2026, 10, 10, 2, 0)));
        var ends = business.Definition.Holidays.Select(rule => rule.List.CoveredTo).OfType<LocalDate>().Min();
        Assert.False(business.IsProvisional(business.Zone.AtStartOfDay(ends).ToInstant()));
        Assert.True(business.IsProvisional(business.Zone.AtStartOfDay(ends.PlusDays(1)).ToInstant()));
    }

    [Fact]
    public void Load_Union_FollowsTheSun()
    {
        var agreement = Only(WithCalendars(
            $"  sun: {{ union: [asia, day] }}\n  day: {{ union: [europe, americas], dayLength: 13h }}\n{Desks}"));

        Assert.Equal(["business", "always", "sun", "day", "asia", "europe", "americas"], agreement.Calendars.Keys);
        Assert.Equal(
            [new Interval(Instant.FromUtc(2026, 1, 6, 1, 0), Instant.FromUtc(2026, 1, 6, 22, 0))],
            agreement.Calendars["sun"].OpenIntervals(Instant.FromUtc(2026, 1, 6, 0, 0), Instant.FromUtc(2026, 1, 7, 0, 0)));
        Assert.Equal("Asia/Shanghai", agreement.Calendars["sun"].Zone.Id);
    }

    [Fact]
    public void Load_DaysOfAUnion_NeedADayLength()
    {
        var text = WithCalendars($"  sun: {{ union: [asia, europe] }}\n{Desks}")
            .Replace("within: 4h, calendar: business", "within: 2d, calendar: sun", StringComparison.Ordinal);

        Assert.Equal(
            ["2d has no meaning in 'sun', whose days differ in length; write hours, or give the calendar a dayLength"],
            Load(text).Problems.Select(problem => problem.Message));
        Assert.Equal(
            BusinessDuration.FromHours(28),
            Only(text.Replace("europe] }", "europe], dayLength: 14h }", StringComparison.Ordinal)).Targets[0].Within);
    }

    public static TheoryData<string, string[]> Unions => new()
    {
        { "{ union: [asia] }", ["a union joins at least two calendars; name them, as in union: [asia, europe]"] },
        { "{ union: [] }", ["a union joins at least two calendars; name them, as in union: [asia, europe]"] },
        { "{ union: [asia, sun] }", ["'sun' would be a part of itself; leave it out"] },
        { "{ union: [asia, asia] }", ["'asia' is named twice; leave one out"] },
        {
            "{ union: [asia, europ] }",
            ["there is no calendar 'europ'; there are business, always, sun, asia, europe and americas; did you mean europe?"]
        },
        {
            "{ union: [asia, europe], week: { mon: \"09:00-10:00\" } }",
            ["'week' is for a calendar with hours of its own, which a union has not; write it in one of its calendars"]
        },
        {
            "{ union: [asia, europe], holidays: { list: china } }",
            ["'holidays' is for a calendar with hours of its own, which a union has not; write it in one of its calendars"]
        },
        {
            "{ union: [asia, europe], agreed: [{ each: 12-24, hours: [], reason: x }] }",
            ["'agreed' is for a calendar with hours of its own, which a union has not; write it in one of its calendars"]
        },
        { "{ union: [asia, europe], dayLength: 2d }", ["a day cannot be 2d long; write hours, as in 9h"] },
    };

    [Theory]
    [MemberData(nameof(Unions))]
    public void Load_UnionThatCannotBe_IsRefusedWithAWayOut(string union, string[] complaints) =>
        Assert.Equal(complaints, Load(WithCalendars($"  sun: {union}\n{Desks}")).Problems.Select(problem => problem.Message));

    [Fact]
    public void Load_UnionsThatAreEachOthersParts_AreRefusedWhereTheyMeet() =>
        Assert.Equal(
            ["1.yaml:9:26: error: 'one' would be a part of itself; leave it out"],
            Load(WithCalendars($"  one: {{ union: [asia, two] }}\n  two: {{ union: [europe, one] }}\n{Desks}"))
                .Problems.Select(problem => problem.ToString()));

    public static TheoryData<string, string[]> Agreed => new()
    {
        {
            "{ hours: [], reason: x }",
            ["an agreed date needs 'date', as in 2026-12-24; or 'each', as in 12-24, for one of every year"]
        },
        {
            "{ date: 2026-12-24, each: 12-24, hours: [], reason: x }",
            ["'date' is a single day, and 'each' one of every year; keep one of the two"]
        },
        {
            "{ each: 02-30, hours: [], reason: x }",
            [
                "'02-30' is not a date of every year; write month and day, as in 12-24, or a weekday of a month, "
                + "as in last fri of november",
            ]
        },
        {
            "{ each: last friday of november, hours: [], reason: x }",
            [
                "'last friday of november' is not a date of every year; write month and day, as in 12-24, or a weekday of a month, "
                + "as in last fri of november",
            ]
        },
        {
            "{ each: 12-24, hours: [], reason: x }, { each: 12-24, hours: [], reason: y }",
            ["12-24 already has hours on line 5: keep one of the two"]
        },
        {
            "{ each: 12-24, hours: [\"09:00-12:00\", \"11:00-13:00\"], reason: x }",
            ["11:00-13:00 overlaps 09:00-12:00: end the one before the other starts, or write one window"]
        },
    };

    [Theory]
    [MemberData(nameof(Agreed))]
    public void Load_AgreedDateThatCannotBe_IsRefusedWithAWayOut(string agreed, string[] complaints) =>
        Assert.Equal(complaints, Load(Business(agreed)).Problems.Select(problem => problem.Message));

    private static Agreement Only(string text)
    {
        var load = Load(text);
        Assert.Empty(load.Problems);
        return load.Book!.Agreements.Single().Versions.Single();
    }

    private static string Business(string agreed) =>
        Small().Replace("\"09:00-18:00\" } }", $"\"09:00-18:00\" }}, agreed: [{agreed}] }}", StringComparison.Ordinal);

    private static string WithCalendars(string more) => Small().Replace(
        "calendars: { business: { week: { mon-fri: \"09:00-18:00\" } }, always: 24x7 }",
        $"calendars:\n  business: {{ week: {{ mon-fri: \"09:00-18:00\" }} }}\n  always: 24x7\n{more}",
        StringComparison.Ordinal);
}
