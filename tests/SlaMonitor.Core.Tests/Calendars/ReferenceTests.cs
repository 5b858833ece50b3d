using CsCheck;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Tests.Calendars.Reference;

namespace SlaMonitor.Core.Tests.Calendars;

/// <summary>The compiled calendar and the one that steps give the same answers.</summary>
public sealed class ReferenceTests
{
    private static readonly Duration Second = Duration.FromSeconds(1);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public void Elapsed_OverHours_EqualsSecondBySecond() =>
        Gen.Select(Scenario.ToTheSecond, Gen.Int[-20_000, 20_000], Gen.Int[-10, 20_000]).Sample(
            (scenario, from, length) =>
            {
                var start = scenario.Center + (Second * from);
                var end = start + (Second * length);
                var expected = new SteppingCalendar(scenario.Definition, scenario.Exclusions, Second).Elapsed(start, end);
                Assert.Equal(expected, scenario.CompileWithExclusions().Elapsed(start, end));
            },
            iter: 120);

    [Fact]
    public void Elapsed_OverWeeks_EqualsMinuteByMinute() =>
        Gen.Select(Scenario.ToTheMinute, Gen.Int[0, 12_000], Gen.Int[0, 30_000]).Sample(
            (scenario, before, after) =>
            {
                var (start, end) = (scenario.Center - (Minute * before), scenario.Center + (Minute * after));
                var expected = new SteppingCalendar(scenario.Definition, scenario.Exclusions, Minute).Elapsed(start, end);
                Assert.Equal(expected, scenario.CompileWithExclusions().Elapsed(start, end));
            },
            iter: 120);

    [Fact]
    public void Add_OfSeconds_EqualsSecondBySecond() => AddAndSubtract(Scenario.ToTheSecond, Second, 200, 5_000, iterations: 40);

    [Fact]
    public void Add_OfMinutes_EqualsMinuteByMinute() => AddAndSubtract(Scenario.ToTheMinute, Minute, 4_000, 8_000, iterations: 80);

    [Fact]
    public void IsOpen_AroundTheCenter_EqualsTheDefinition() =>
        Gen.Select(Scenario.ToTheSecond, Gen.Int[-200_000, 200_000].Array[50]).Sample(
            (scenario, offsets) =>
            {
                var reference = new SteppingCalendar(scenario.Definition, scenario.Exclusions, Second);
                var calendar = scenario.CompileWithExclusions();
                Assert.All(offsets, offset => Assert.Equal(
                    reference.IsOpen(scenario.Center + (Second * offset)), calendar.IsOpen(scenario.Center + (Second * offset))));
            },
            iter: 120);

    [Fact]
    public void AddDays_AnyNumber_EqualsDayByDay() =>
        Gen.Select(Scenario.ToTheSecond, Gen.Int[-40, 40]).Sample(
            (scenario, days) =>
            {
                var expected = new SteppingCalendar(scenario.Definition, [], Second).AddDays(scenario.Center, days);
                Assert.Equal(expected, scenario.Compile().AddDays(scenario.Center, days));
            },
            iter: 300);

    private static void AddAndSubtract(Gen<Scenario> scenarios, Duration step, int shift, int amounts, int iterations) =>
        Gen.Select(scenarios, Gen.Int[-shift, shift], Gen.Frequency((1, Gen.Const(0)), (6, Gen.Int[1, amounts]))).Sample(
            (scenario, from, amount) =>
            {
                var reference = new SteppingCalendar(scenario.Definition, scenario.Exclusions, step);
                var calendar = scenario.CompileWithExclusions();
                var start = scenario.Center + (step * from);
                var budget = BusinessDuration.FromTicks((step * amount).BclCompatibleTicks);
                Assert.Equal(reference.Add(start, budget), calendar.Add(start, budget));
                Assert.Equal(reference.Subtract(start, budget), calendar.Subtract(start, budget));
            },
            iter: iterations);
}
