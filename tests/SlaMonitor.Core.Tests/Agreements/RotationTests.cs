using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Core.Tests.Agreements;

public sealed class RotationTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly RepeatingTurns Weeks =
        new(RotationPeriod.Weekly, IsoDayOfWeek.Monday, new LocalTime(9, 0), new LocalDate(2026, 1, 5), ["anna", "ben", "carl"]);

    private static readonly Rotation Weekly = new(Weeks);

    [Theory]
    [InlineData("2026-01-05T07:59:59Z", "carl")] // a second before the first turn: the turns go on backwards
    [InlineData("2026-01-05T08:00:00Z", "anna")]
    [InlineData("2026-01-12T07:59:59Z", "anna")]
    [InlineData("2026-01-12T08:00:00Z", "ben")]
    [InlineData("2026-01-26T08:00:00Z", "anna")]
    [InlineData("2025-12-22T08:00:00Z", "ben")]
    [InlineData("2026-03-30T06:59:59Z", "carl")] // summer time has begun on the day before: 09:00 is 07:00Z now
    [InlineData("2026-03-30T07:00:00Z", "anna")]
    [InlineData("2026-10-26T07:59:59Z", "carl")] // and is 08:00Z again
    [InlineData("2026-10-26T08:00:00Z", "anna")]
    public void OnCallAt_WeeklyTurns_ChangeAtTheWallTimeOfTheHandover(string at, string who) =>
        Assert.Equal(who, Weekly.OnCallAt(At(at), Berlin));

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(11)]
    public void OnCallAt_FirstTurnIsAnyDayOfIt_CountsTheSame(int day) =>
        Assert.Equal(
            "anna",
            (Weekly with { Turns = Weeks with { FirstTurn = new LocalDate(2026, 1, day) } }).OnCallAt(At("2026-01-05T08:00:00Z"), Berlin));

    [Theory]
    [InlineData("2026-01-05T08:00:00Z", "anna")]
    [InlineData("2026-01-12T08:00:00Z", "ben")]
    [InlineData("2026-01-19T08:00:00Z", "carl")]
    [InlineData("2026-02-02T08:00:00Z", "emil")]
    [InlineData("2026-02-09T08:00:00Z", "anna")]
    public void OnCallAt_FivePeopleByWeeks_HaveAWeekEach(string at, string who) =>
        Assert.Equal(
            who,
            (Weekly with { Turns = Weeks with { Order = ["anna", "ben", "carl", "dora", "emil"] } }).OnCallAt(At(at), Berlin));

    [Fact]
    public void Includes_MembersAndThoseOfOverrides_WithoutRegardToCase()
    {
        var rotation = Weekly with { Overrides = [new(new Interval(At("2026-01-06T00:00:00Z"), At("2026-01-08T00:00:00Z")), "dora")] };

        Assert.Equal([true, true, true, false], new[] { "anna", "CARL", "Dora", "emil" }.Select(rotation.Includes));
    }

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "anna")] // 01:59:59, and then it is 03:00: the handover at 02:30 is skipped
    [InlineData("2026-03-29T01:29:59Z", "anna")]
    [InlineData("2026-03-29T01:30:00Z", "ben")] // and happens at 03:30
    [InlineData("2026-10-25T00:29:59Z", "anna")]
    [InlineData("2026-10-25T00:30:00Z", "ben")] // 02:30 for the first time
    [InlineData("2026-10-25T01:29:00Z", "ben")] // 02:29 for the second time: the turn is not given back
    [InlineData("2026-10-25T01:30:00Z", "ben")]
    public void OnCallAt_DailyHandoverInAChangeOfTheClocks_HappensOnce(string at, string who)
    {
        var firstTurn = At(at).InZone(Berlin).Date.PlusDays(-1);
        var daily = new Rotation(
            new RepeatingTurns(RotationPeriod.Daily, IsoDayOfWeek.None, new LocalTime(2, 30), firstTurn, ["anna", "ben", "carl"]));

        Assert.Equal(who, daily.OnCallAt(At(at), Berlin));
    }

    [Theory]
    [InlineData("2011-12-29T18:59:59Z", "anna")] // Samoa went from 29 to 31 December 2011: the handover of the 30th falls on the 31st
    [InlineData("2011-12-29T19:00:00Z", "ben")]
    [InlineData("2011-12-30T18:59:59Z", "ben")]
    [InlineData("2011-12-30T19:00:00Z", "dora")]
    public void OnCallAt_DayThatNeverWas_IsPassedOver(string at, string who)
    {
        var daily = new Rotation(new RepeatingTurns(
            RotationPeriod.Daily, IsoDayOfWeek.None, new LocalTime(9, 0), new LocalDate(2011, 12, 28), ["anna", "ben", "carl", "dora"]));

        Assert.Equal(who, daily.OnCallAt(At(at), DateTimeZoneProviders.Tzdb["Pacific/Apia"]));
    }

    [Fact]
    public void OnCallAt_Override_CountsWithinItsSpanAndTheLaterOneBeatsTheEarlier()
    {
        var rotation = Weekly with
        {
            Overrides =
            [
                new(new Interval(At("2026-01-06T00:00:00Z"), At("2026-01-08T00:00:00Z")), "dora"),
                new(new Interval(At("2026-01-07T00:00:00Z"), At("2026-01-09T00:00:00Z")), "emil"),
            ],
        };

        Assert.Equal(
            ["anna", "dora", "emil", "emil", "anna"],
            new[] { "2026-01-05T23:59:59Z", "2026-01-06T00:00:00Z", "2026-01-07T00:00:00Z", "2026-01-08T23:59:59Z", "2026-01-09T00:00:00Z" }
                .Select(at => rotation.OnCallAt(At(at), Berlin)));
    }

    private static Instant At(string text) => NodaTime.Text.InstantPattern.General.Parse(text).Value;
}
