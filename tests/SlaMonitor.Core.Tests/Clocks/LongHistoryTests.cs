using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tests.Tickets;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>Tickets with hundreds of events: what is searched there must be what a look at every entry would find.</summary>
public sealed class LongHistoryTests
{
    private static readonly Agreement Everything = Promising(
        Within(Metric.FirstResponse, "1"),
        Within(Metric.Resolution, "40") with { Id = "urgent", When = new Condition { Priorities = [TicketPriority.Urgent] } },
        Within(Metric.Resolution, "90"),
        Within(Metric.NextResponse, "2", pauses: true) with { CountsOpening = true },
        Within(Metric.Update, "3", pauses: true));

    [Fact]
    public void FactsAt_AnyInstant_AreThoseOfTheLastEntryThatHadBegun() =>
        Gen.Select(Histories.AnyLongTicket, Gen.Int[-1, 700]).Sample((ticket, quarters) =>
        {
            var at = ticket.CreatedAt + Duration.FromMinutes(15 * quarters);
            Assert.Same(NaiveHistory.FactsAt(ticket, at), ticket.FactsAt(at));
        });

    [Fact]
    public void SettlementFrom_AnyInstant_IsTheOneThatItLiesInOrTheNext() =>
        Gen.Select(Histories.AnyLongTicket, Gen.Int[-1, 700]).Sample((ticket, quarters) =>
        {
            var at = ticket.CreatedAt + Duration.FromMinutes(15 * quarters);
            Assert.Equal(NaiveHistory.SettlementFrom(ticket, at), ticket.SettlementFrom(at));
        });

    [Fact]
    public void Stretches_EveryClock_AreThePhasesThatItLivedThrough() =>
        Gen.Select(Histories.AnyLongTicket, Gen.Enum<ReopenRule>()).Sample((ticket, onReopen) =>
        {
            foreach (var clock in ClockSet.Of(ticket, _ => Everything with { OnReopen = onReopen }))
                Assert.Equal(NaiveHistory.StretchesOf(clock), clock.Stretches);
        }, iter: 30);

    [Fact]
    public void WhenElapsed_AnyAmount_IsReachedThenAndNotBefore() =>
        Gen.Select(Histories.AnyLongTicket, Gen.Int[1, 60 * 60]).Sample((ticket, minutes) =>
        {
            var amount = BusinessDuration.FromMinutes(minutes);
            foreach (var clock in ClockSet.Of(ticket, _ => Everything))
            {
                var last = clock.EndedAt ?? Instant.MaxValue;
                if (clock.WhenElapsed(amount) is not { } at)
                    Assert.False(clock.Stretches[^1].Counts);
                else if (at <= last)
                    Assert.Equal((amount, true), (clock.ElapsedAt(at), clock.ElapsedAt(at - Duration.FromTicks(1)) < amount));
                else
                    Assert.True(clock.ElapsedAt(last) < amount);
            }
        }, iter: 30);

    [Fact]
    public void WhenElapsed_NothingWhileClosedAndThenHeld_WaitsForTheOpeningThatCounts()
    {
        // The night's stretch counts, but nothing opens in it; the pause covers the morning.
        var clock = new Story().Created("03-02 19:00").Status("03-02 20:00", TicketStatus.Pending).Status("03-03 10:00", TicketStatus.Open)
            .Clock(Within(Metric.Resolution, "9"));

        Assert.Equal(At("03-03 10:00"), clock.WhenElapsed(BusinessDuration.Zero));
    }
}
