using CsCheck;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Core.Tests.Calendars;

/// <summary>What holds for every calendar, at instants exact to the tick.</summary>
public sealed class LawTests
{
    private static readonly Gen<long> Offsets = Gen.Long[-200 * NodaConstants.TicksPerDay, 200 * NodaConstants.TicksPerDay];
    private static readonly Gen<BusinessDuration> Budgets =
        Gen.Frequency((1, Gen.Const(0L)), (3, Gen.Long[1, NodaConstants.TicksPerDay]), (3, Gen.Long[1, 60 * NodaConstants.TicksPerDay]))
            .Select(BusinessDuration.FromTicks);

    private const int Samples = 200;

    [Fact]
    public void Add_LaterStartOrLargerBudget_IsNeverDueEarlier() =>
        ForAll((calendar, instants, budgets) =>
        {
            var (early, late) = (instants.Min(), instants.Max());
            var (small, large) = (budgets.Min(), budgets.Max());
            Assert.True(calendar.Add(early, small) <= calendar.Add(late, small));
            Assert.True(calendar.Add(early, small) <= calendar.Add(early, large) || small == BusinessDuration.Zero);
            Assert.True(calendar.Subtract(late, large) <= calendar.Subtract(late, small) || small == BusinessDuration.Zero);
            Assert.True(calendar.Elapsed(early, late) >= BusinessDuration.Zero);
        });

    [Fact]
    public void Elapsed_OverAPointBetween_IsTheSum() =>
        ForAll((calendar, instants, _) =>
        {
            var sorted = instants.Order().ToArray();
            Assert.Equal(
                calendar.Elapsed(sorted[0], sorted[2]),
                calendar.Elapsed(sorted[0], sorted[1]) + calendar.Elapsed(sorted[1], sorted[2]));
            Assert.Equal(BusinessDuration.Zero, calendar.Elapsed(sorted[2], sorted[0]));
        });

    [Fact]
    public void Add_InTwoSteps_IsAddingTheSum() =>
        ForAll((calendar, instants, budgets) =>
        {
            if (budgets[1] > BusinessDuration.Zero)
                Assert.Equal(
                    calendar.Add(instants[0], budgets[0] + budgets[1]),
                    calendar.Add(calendar.Add(instants[0], budgets[0]), budgets[1]));
        });

    [Fact]
    public void Elapsed_UntilDue_IsTheBudget() =>
        ForAll((calendar, instants, budgets) =>
        {
            Assert.Equal(budgets[0], calendar.Elapsed(instants[0], calendar.Add(instants[0], budgets[0])));
            Assert.Equal(budgets[0], calendar.Elapsed(calendar.Subtract(instants[0], budgets[0]), instants[0]));
        });

    [Fact]
    public void Subtract_FromDue_IsWhereTheClockBeganToRun() =>
        ForAll((calendar, instants, budgets) =>
        {
            if (budgets[0] > BusinessDuration.Zero)
                Assert.Equal(calendar.NextOpening(instants[0]), calendar.Subtract(calendar.Add(instants[0], budgets[0]), budgets[0]));
        });

    [Fact]
    public void Add_AnyBudget_IsDueInOpenTimeOrAtItsEnd() =>
        ForAll((calendar, instants, budgets) =>
        {
            var due = calendar.Add(instants[0], budgets[0]);
            Assert.True(budgets[0] == BusinessDuration.Zero ? calendar.IsOpen(due) : calendar.IsOpen(due - Duration.FromTicks(1)));
        });

    [Fact]
    public void OpenIntervals_BetweenTwoInstants_AreTheOpenTime() =>
        ForAll((calendar, instants, _) =>
        {
            var (from, to) = (instants.Min(), instants.Max());
            var open = calendar.OpenIntervals(from, to).ToList();
            Assert.Equal(calendar.Elapsed(from, to).Ticks, open.Sum(interval => interval.Duration.BclCompatibleTicks));
            Assert.All(open.Zip(open.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
            Assert.All(open, interval =>
            {
                Assert.True(calendar.IsOpen(interval.Start));
                Assert.Equal(interval.Start, calendar.NextOpening(interval.Start));
                Assert.True(interval.End == to || !calendar.IsOpen(interval.End));
            });
        });

    [Fact]
    public void Answers_AfterGrowingBothWays_AreTheSame() =>
        Gen.Select(Scenario.ToTheSecond, Offsets.Array[3], Budgets.Array[2]).Sample(
            (scenario, offsets, budgets) =>
            {
                var instants = offsets.Select(offset => scenario.Center + Duration.FromTicks(offset)).ToArray();
                var (fresh, grown) = (scenario.CompileWithExclusions(), scenario.CompileWithExclusions());
                _ = grown.IsOpen(Instant.FromUtc(2040, 6, 1, 0, 0));
                _ = grown.IsOpen(Instant.FromUtc(1990, 6, 1, 0, 0));
                Assert.Equal(fresh.Add(instants[0], budgets[0]), grown.Add(instants[0], budgets[0]));
                Assert.Equal(fresh.Subtract(instants[0], budgets[0]), grown.Subtract(instants[0], budgets[0]));
                Assert.Equal(fresh.Elapsed(instants.Min(), instants.Max()), grown.Elapsed(instants.Min(), instants.Max()));
            },
            iter: 100);

    /// <summary>
    /// Of a calendar that hardly ever opens, a large budget may lie beyond the years that calendars cover: then no law is asked of it.
    /// </summary>
    private static void ForAll(Action<BusinessCalendar, Instant[], BusinessDuration[]> law)
    {
        var beyond = 0;
        Gen.Select(Scenario.ToTheSecond, Offsets.Array[3], Budgets.Array[2]).Sample(
            (scenario, offsets, budgets) =>
            {
                try
                {
                    law(
                        scenario.CompileWithExclusions(),
                        [.. offsets.Select(offset => scenario.Center + Duration.FromTicks(offset))],
                        budgets);
                }
                catch (CalendarRangeException)
                {
                    Interlocked.Increment(ref beyond);
                }
            },
            iter: Samples);
        Assert.InRange(beyond, 0, Samples / 20);
    }
}
