using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tests.Tickets;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>What holds for every metric of an agreement's own, whatever it measures and whatever happens.</summary>
public sealed class OwnMetricLawTests
{
    private static readonly Instant Later = At("03-09 12:00");
    private static readonly Agreement Everything = OwnMetrics.Promise(OwnMetrics.Others, pauses: true);

    [Fact]
    public void Clocks_AnyArrivalOrderAndAnyDuplicates_AreTheSame() =>
        Gen.Select(Histories.Any, Gen.Int[0, int.MaxValue]).Sample(
            (history, seed) =>
            {
                var shuffled = history.Concat(history.Where((_, i) => i % 2 == 0)).ToArray();
                new Random(seed).Shuffle(shuffled);

                Assert.Equal(Portrait(history), Portrait(shuffled));
            },
            iter: 2000);

    [Fact]
    public void Cycles_AnyHistory_FollowEachOtherAndAreNumbered() => Histories.Any.Sample(history =>
    {
        foreach (var cycles in ClocksOf(history).GroupBy(clock => clock.Target.Metric))
        {
            Assert.Equal(Enumerable.Range(1, cycles.Count()), cycles.Select(clock => clock.Cycle));
            Assert.All(cycles.SkipLast(1), clock => Assert.NotNull(clock.EndedAt));
            Assert.All(cycles.Zip(cycles.Skip(1)), pair => Assert.True(pair.First.EndedAt <= pair.Second.StartedAt));
        }
    });

    [Fact]
    public void Stretches_AnyHistory_CoverTheClockWithoutGapsAndChangeWhatTheySay() => Histories.Any.Sample(history =>
    {
        foreach (var clock in ClocksOf(history))
        {
            Assert.True(clock.StartedAt >= clock.Ticket.CreatedAt);
            Assert.Equal((clock.StartedAt, clock.EndedAt), (clock.Stretches[0].From, clock.Stretches[^1].To));
            foreach (var (stretch, next) in clock.Stretches.Zip(clock.Stretches.Skip(1)))
            {
                Assert.Equal(next.From, stretch.To);
                Assert.NotEqual(next.HeldBy, stretch.HeldBy);
            }
        }
    });

    /// <summary>The clock of the group that has the ticket counts the minutes in which that group has it and it is not settled.</summary>
    [Fact]
    public void Elapsed_TimeInTheHandsOfAGroup_IsTheSumOfItsMinutes() => Histories.Any.Sample(history =>
    {
        var clocks = ClockSet.Of(Ticket.Fold(history) ?? New(), _ => OwnMetrics.Promise([OwnMetrics.Others[0]], pauses: false));
        foreach (var clock in clocks)
        {
            var minutes = 0;
            for (var at = clock.StartedAt; at < Later && !(clock.EndedAt <= at); at += Duration.FromMinutes(1))
            {
                var isSettled = clock.Ticket.Phases.Last(phase => phase.From <= at).IsDone;
                if (clock.Ticket.FactsAt(at).Group == "second" && !isSettled && Weekdays.IsOpen(at)) minutes++;
            }

            Assert.Equal(minutes * 60L, clock.ElapsedAt(Later).TotalSeconds);
        }
    });

    [Fact]
    public void BuiltInClocks_BesideOwnOnes_AreAsWithoutThem() => Histories.Any.Sample(history =>
    {
        if (Ticket.Fold(history) is not { } ticket) return;

        var builtIn = Promising([.. Metric.BuiltIn.Select(metric => Within(metric, "2"))]);
        var both = builtIn with { Metrics = Everything.Metrics, Targets = [.. Everything.Targets, .. builtIn.Targets] };

        Assert.Equal(
            ClockSet.Of(ticket, _ => builtIn).Select(Line),
            ClockSet.Of(ticket, _ => both).Where(clock => clock.Target.Metric.Rule is null).Select(Line));
    });

    private static Ticket New() => new Story().Created("03-02 09:00").Ticket;

    private static IReadOnlyList<Clock> ClocksOf(TicketEvent[] history) =>
        Ticket.Fold(history) is { } ticket ? ClockSet.Of(ticket, _ => Everything) : [];

    private static string Portrait(TicketEvent[] history) => string.Join('\n', ClocksOf(history).Select(Line));

    private static string Line(Clock c) =>
        $"{c.Target.Id} {c.Cycle} {c.StartedAt} {c.EndedAt} {c.End} {c.DueAt} {c.ElapsedAt(Later)} {c.StateAt(Later)}";
}
