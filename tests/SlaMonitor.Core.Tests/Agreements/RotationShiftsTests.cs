using CsCheck;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Core.Tests.Agreements;

/// <summary>The coming shifts of a rotation: they say what <see cref="Rotation.OnCallAt"/> says, at every moment.</summary>
public sealed class RotationShiftsTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 16, 8, 0);

    private static readonly RepeatingTurns Weekly = new(
        RotationPeriod.Weekly, IsoDayOfWeek.Monday, new LocalTime(9, 0), new LocalDate(2026, 3, 2), ["anna", "ben", "chen"]);

    private static readonly Gen<(int From, int Length, int Who)> AnySpan = Gen.Select(Gen.Int[-200, 700], Gen.Int[1, 200], Gen.Int[0, 3]);

    [Fact]
    public void Shifts_OfAnyRotation_AreWholeWithoutGaps_AndSayWhoIsOnCallAtEachHour() =>
        Gen.Select(AnySpan.Array[0, 6], AnySpan.Array[0, 4], Gen.Bool).Sample((shifts, standIns, isDated) =>
        {
            var rotation = new Rotation(isDated ? DatedTurns.Of(shifts.Select(one => new Shift(Span(one), $"p{one.Who}"))) : Weekly)
            {
                Overrides = [.. standIns.Select(one => new RotationOverride(Span(one), $"q{one.Who}"))],
            };
            var until = Monday + Duration.FromDays(28);
            var found = rotation.ShiftsBetween(Monday, until, Zone);

            Assert.True(found[0].Span.Start <= Monday && found[^1].Span.End >= until);
            Assert.All(found.Zip(found.Skip(1)), pair => Assert.Equal(pair.First.Span.End, pair.Second.Span.Start));
            for (var at = Monday; at < until; at += Duration.FromHours(1))
            {
                var shift = found.Single(one => one.Span.Contains(at));
                Assert.Equal(rotation.OnCallAt(at, Zone), shift.Member);
                Assert.Equal(rotation.Turns.At(at, Zone), shift.StandsInBy is null ? shift.Member : rotation.Turns.At(at, Zone));
            }
        });

    [Fact]
    public void Shift_ThatGoesOn_IsShownFromItsBeginning()
    {
        var shifts = new Rotation(Weekly).ShiftsBetween(Monday + Duration.FromDays(3), Monday + Duration.FromDays(10), Zone);

        Assert.Equal(
            [("chen", Monday), ("anna", Monday + Duration.FromDays(7))], shifts.Select(shift => (shift.Member!, shift.Span.Start)));
    }

    [Fact]
    public void StandIn_AcrossAHandover_IsOneShift()
    {
        var span = new Interval(Monday + Duration.FromDays(6), Monday + Duration.FromDays(8));
        var rotation = new Rotation(Weekly) { Overrides = [new RotationOverride(span, "dora") { ChangedBy = "anna" }] };

        var shift = Assert.Single(
            rotation.ShiftsBetween(Monday, Monday + Duration.FromDays(14), Zone), shift => shift.StandsInBy is not null);

        Assert.Equal(("dora", "chen", span), (shift.Member, shift.TurnOf, shift.Span));
    }

    [Fact]
    public void Overlaps_NameBoth_AndOnlyDifferentPeople()
    {
        var turns = DatedTurns.Of([On(0, 7, "anna"), On(6, 14, "ben"), On(13, 15, "ben"), On(20, 21, "chen")]);

        var overlap = Assert.Single(turns.Overlaps);

        Assert.Equal(("anna", "ben"), (overlap.One, overlap.Other));
        Assert.Equal(On(6, 7, "").Span, overlap.Span);
    }

    private static Shift On(int from, int until, string member) =>
        new(new Interval(Monday + Duration.FromDays(from), Monday + Duration.FromDays(until)), member);

    private static Interval Span((int From, int Length, int Who) one) =>
        new(Monday + Duration.FromHours(one.From), Monday + Duration.FromHours(one.From + one.Length));
}
