using CsCheck;
using NodaTime.TimeZones;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Core.Tests.Agreements;

/// <summary>Rotations against somebody who walks from quarter of an hour to quarter of an hour and keeps count of the handovers.</summary>
public sealed class RotationLawTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 0, 0);
    private static readonly Duration Quarter = Duration.FromMinutes(15);

    private static readonly Gen<DateTimeZone> Zones =
        OneOf("Europe/Berlin", "Australia/Lord_Howe", "Asia/Shanghai", "America/Sao_Paulo").Select(id => DateTimeZoneProviders.Tzdb[id]);

    private static readonly Gen<RotationOverride> Overrides =
        Gen.Select(Gen.Int[0, 30_000], Gen.Int[1, 2_000], OneOf("anna", "ben", "dora"))
            .Select((from, length, who) =>
                new RotationOverride(new Interval(Start + (from * Quarter), Start + ((from + length) * Quarter)), who));

    private static readonly Gen<Rotation> Repeating =
        Gen.Select(
            Gen.Enum<RotationPeriod>(), Gen.Int[1, 7], Gen.Int[0, 95], OneOf("anna", "ben", "carl").Array[1, 4], Overrides.Array[0, 4])
            .Select((period, day, quarter, members, overrides) => new Rotation(
                new RepeatingTurns(
                    period, (IsoDayOfWeek)day, LocalTime.Midnight.PlusMinutes(15 * quarter), new LocalDate(2025, 12, 29), members))
            {
                Overrides = overrides,
            });

    // Starts and lengths from few, so that many begin or end together; and between them nobody is on call.
    private static readonly Gen<Shift> Shifts = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 24], OneOf("anna", "Anna", "ben", "carl"))
        .Select((from, length, who) =>
            new Shift(
                new Interval(
                    Start + (from * Duration.FromHours(125)),
                    Start + (from * Duration.FromHours(125)) + (length * Duration.FromHours(25))),
                who));

    private static readonly Gen<Roster> Rosters = Gen.OneOf(
        Repeating.Select(rotation => new Roster(rotation, [])),
        Gen.Select(Shifts.Array[0, 30], Overrides.Array[0, 3])
            .Select((shifts, overrides) => new Roster(new Rotation(DatedTurns.Of(shifts)) { Overrides = overrides }, shifts)));

    /// <summary>A quarter of an hour of 2026, often near a change of the clocks.</summary>
    private static readonly Gen<Instant> Moments = Gen.OneOf(
        Gen.Int[0, 30_000], Gen.Int[7_950, 8_060], Gen.Int[28_080, 28_200], Gen.Int[8_590, 8_700])
        .Select(quarters => Start + (quarters * Quarter));

    [Fact]
    public void OnCallAt_AnyMoment_IsWhoeverTheHandoversCountTo() => Gen.Select(Rosters, Zones, Moments).Sample((roster, zone, at) =>
        Assert.Equal(Counted(roster, zone, at), roster.Rotation.OnCallAt(at, zone), ignoreCase: true), iter: 4_000);

    [Fact]
    public void NextAfter_AnyMoment_IsTheFirstQuarterInWhichSomebodyElseIsOnCall() => Gen.Select(Rosters, Zones, Moments).Sample(
        (roster, zone, at) =>
        {
            var (present, next) = (roster.Rotation.OnCallAt(at, zone), roster.Rotation.NextAfter(at, zone));

            // Ten weeks hold every handover to another of four members; an override or a shift that begins later is found by its begin.
            var limit = roster.Rotation.Overrides
                .Select(o => o.Span.End)
                .Concat(roster.Shifts.Select(shift => shift.Span.End))
                .Append(at)
                .Max() + Duration.FromDays(70);
            for (var later = at + Quarter; later < limit; later += Quarter)
            {
                if (roster.Rotation.OnCallAt(later, zone) is not { } member
                    || string.Equals(member, present, StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                Assert.Equal(new RotationTurn(member, later), next);
                return;
            }

            Assert.Null(next);
        }, iter: 400);

    /// <summary>
    /// The swaps of the manual: who is on call on Monday 9, 2 March 2026 being the start of anna's week, ben and carl following.
    /// </summary>
    [Theory]
    [InlineData("none", "anna", "ben", "03-09 09:00")]
    [InlineData("ben stands in for a day", "anna", "ben", "03-03 09:00")]
    [InlineData("anna and ben swap weeks", "ben", "anna", "03-09 09:00")]
    [InlineData("dora from outside takes the rest of the week", "dora", "ben", "03-09 09:00")]
    [InlineData("anna takes ben's week too", "anna", "carl", "03-16 09:00")]
    public void NextAfter_Swaps_AreCounted(string swap, string now, string next, string from)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        RotationOverride[] overrides = swap switch
        {
            "ben stands in for a day" => [new(Span("03-03 09:00", "03-04 09:00"), "ben")],
            "anna and ben swap weeks" => [new(Span("03-02 09:00", "03-09 09:00"), "ben"), new(Span("03-09 09:00", "03-16 09:00"), "anna")],
            "dora from outside takes the rest of the week" => [new(Span("03-02 10:00", "03-09 09:00"), "dora")],
            "anna takes ben's week too" => [new(Span("03-09 09:00", "03-16 09:00"), "anna")],
            _ => [],
        };
        var rotation = new Rotation(
            new RepeatingTurns(
                RotationPeriod.Weekly, IsoDayOfWeek.Monday, new LocalTime(9, 0), new LocalDate(2026, 3, 2), ["anna", "ben", "carl"]))
        {
            Overrides = overrides,
        };

        Assert.Equal(now, rotation.OnCallAt(At("03-02 12:00"), zone));
        Assert.Equal(new RotationTurn(next, At(from)), rotation.NextAfter(At("03-02 12:00"), zone));

        Interval Span(string start, string end) => new(At(start), At(end));
        Instant At(string wall) =>
            NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm")
                .Parse($"2026-{wall}")
                .Value.InZoneStrictly(zone)
                .ToInstant();
    }

    private static Gen<string> OneOf(params string[] names) => Gen.Int[0, names.Length - 1].Select(i => names[i]);

    private static string? Counted(Roster roster, DateTimeZone zone, Instant at)
    {
        var rotation = roster.Rotation;
        for (var i = rotation.Overrides.Count - 1; i >= 0; i--)
        {
            if (rotation.Overrides[i].Span.Contains(at)) return rotation.Overrides[i].Member;
        }

        if (rotation.Turns is not RepeatingTurns turns) return Listed(roster.Shifts, at);
        var date = turns.FirstTurn; // or the handover day before it
        while (turns.Period == RotationPeriod.Weekly && date.DayOfWeek != turns.HandoverDay) date = date.PlusDays(-1);
        for (var turn = 0; ; turn++)
        {
            date = date.PlusDays(turns.Period == RotationPeriod.Weekly ? 7 : 1);
            if (zone.ResolveLocal(date + turns.HandoverTime, Resolvers.LenientResolver).ToInstant() > at)
                return turns.Order[turn % turns.Order.Count];
        }
    }

    /// <summary>The rule of overlapping shifts, word for word.</summary>
    private static string? Listed(Shift[] shifts, Instant at)
    {
        Shift? counts = null;
        foreach (var shift in shifts.Where(shift => shift.Span.Contains(at)))
        {
            if (counts is null
                || shift.Span.Start > counts.Span.Start
                || (shift.Span.Start == counts.Span.Start && shift.Span.End <= counts.Span.End))
            {
                counts = shift;
            }
        }

        return counts?.Member;
    }

    /// <param name="Rotation">What is tested.</param>
    /// <param name="Shifts">What its turns were made of, where they have dates.</param>
    private sealed record Roster(Rotation Rotation, Shift[] Shifts);
}
