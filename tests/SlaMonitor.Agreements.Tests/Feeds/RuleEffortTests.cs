using Ical.Net.DataTypes;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Feeds;
using static SlaMonitor.Samples.CalendarText;

namespace SlaMonitor.Agreements.Tests.Feeds;

/// <summary>How much a series may ask of the monitor.</summary>
public sealed class RuleEffortTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 0, 0);

    [Theory]
    [InlineData(null, 3650, 1)]
    [InlineData("FREQ=SECONDLY", 1, 86_401)]
    [InlineData("FREQ=MINUTELY", 1, 1_441)]
    [InlineData("FREQ=HOURLY", 1, 25)]
    [InlineData("FREQ=DAILY", 10, 11)]
    [InlineData("FREQ=WEEKLY", 70, 11)]
    [InlineData("FREQ=MONTHLY", 300, 11)]
    [InlineData("FREQ=YEARLY", 3650, 11)]
    [InlineData("FREQ=DAILY;INTERVAL=5", 10, 3)]
    [InlineData("FREQ=DAILY", -10, 1)] // it begins when nobody asks any more
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU", 70, 11 * 2)]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU", 300, 11 * 2 * 5)]
    [InlineData("FREQ=YEARLY;BYDAY=MO,TU", 3650, 11 * 2 * 53)]
    [InlineData("FREQ=YEARLY;BYMONTH=1,2,3;BYMONTHDAY=4,5", 3650, 11 * 3 * 2)]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1,2,3", 3650, 11 * 3)]
    [InlineData("FREQ=YEARLY;BYYEARDAY=1,2,3,4", 3650, 11 * 4)]
    [InlineData("FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,15,30;BYSECOND=0,1", 10, 11 * 2 * 3 * 2)]
    public void Of_Series_IsItsStepsTimesTheDatesOfEach(string? rule, int days, long steps) => Assert.Equal(
        steps,
        RuleEffort.Of(
            rule is null ? null : new RecurrenceRule(rule),
            new CalDateTime(2026, 3, 2, 9, 0, 0),
            Start + NodaTime.Duration.FromDays(days)));

    [Theory]
    [InlineData(RuleEffort.Most - 1, true)]
    [InlineData(RuleEffort.Most, false)]
    public void Read_OneSeries_MayTakeTheMostAndNoMore(long seconds, bool isRead) => Assert.Equal(
        isRead, Read(Start + NodaTime.Duration.FromSeconds(seconds), "FREQ=SECONDLY").Entries.Count == 1);

    [Fact]
    public void Read_SeriesTogether_MayTakeNoMoreEither_AndALaterLittleOneStillCounts()
    {
        var calendar = Read(Start + NodaTime.Duration.FromSeconds(600_000), "FREQ=SECONDLY", "FREQ=SECONDLY", "FREQ=DAILY");

        Assert.Equal(["0", "2"], calendar.Entries.Select(entry => entry.Event.Uid));
        Assert.StartsWith("recurs more often than can be followed", Assert.Single(calendar.Oddities).Trouble, StringComparison.Ordinal);
    }

    private static FeedCalendar Read(Instant until, params string[] rules)
    {
        var problems = new Problems();
        var events = rules.Select(rule => Shift("anna", ":20260302T000000Z", ":20260302T000001Z", $"RRULE:{rule}"));
        return FeedReader.Read("on-call.ics", Of(events), until, problems)!;
    }
}
