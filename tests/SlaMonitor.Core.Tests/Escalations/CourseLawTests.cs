using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tests.Tickets;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;
using static SlaMonitor.Core.Tests.Tickets.Histories;

namespace SlaMonitor.Core.Tests.Escalations;

/// <summary>What holds for steps that are told again, change course by the time of day and ask for the ticket.</summary>
public sealed class CourseLawTests
{
    private static readonly HashSet<StepId> NothingFired = [];
    private static readonly StepRepeat Again = new(Duration.FromMinutes(50), 4);

    private static readonly Agreement Everything = Promising(
        Within(Metric.FirstResponse, "1"), Within(Metric.Resolution, "9"), Within(Metric.Update, "3", pauses: true)) with
    {
        OnReopen = ReopenRule.Restart,
        Escalations =
        [
            new EscalationPolicy(
                Condition.Always,
                [
                    Step(new StepMoment.ShareOfBudget(50)) with { Repeat = Again },
                    Step(new StepMoment.Due()) with { During = Weekdays, Repeat = Again },
                    Step(new StepMoment.Due()) with { Outside = Weekdays, Repeat = Again },
                    Step(new StepMoment.ElapsedAfterDue(Duration.FromMinutes(15))) with
                    {
                        When = new Condition { Priorities = [TicketPriority.Urgent, TicketPriority.High] },
                    },
                ],
                null),
        ],
    };

    [Fact]
    public void Of_AnyTicket_GivesEachRepetitionAnIdOfItsOwn_AndEachMomentOneHalf() => Histories.Any.Sample(log =>
    {
        foreach (var clock in ClocksOf(log))
        {
            var steps = EscalationSchedule.Of(clock).ToList();

            Assert.Equal(steps.Count, steps.Select(step => step.Id).Distinct().Count());
            Assert.All(steps, step =>
            {
                Assert.Equal($"{clock.Id}/{step.Step.At.Name}{(step.Repetition == 0 ? "" : $"#{step.Repetition}")}", step.Id.ToString());
                Assert.True(step.At < (clock.EndedAt ?? Instant.MaxValue));
                Assert.True(step.Repetition == 0 || !step.IsWarning || step.At < clock.DueAt);
                Assert.Equal(step.Step.During is not null, step.Step.At is StepMoment.Due && Weekdays.IsOpen(step.ReadyAt));
            });
        }
    });

    [Fact]
    public void Pending_EventsInAnotherOrder_AreTheSame() => Gen.Select(AnyMoment, Gen.Int[0, int.MaxValue]).Sample((moment, seed) =>
    {
        var shuffled = moment.Log.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(
            EscalationSchedule.Pending(ClocksOf(moment.Log), NothingFired, moment.Now).Select(step => (step.Id, step.ComesAt)),
            EscalationSchedule.Pending(ClocksOf(shuffled), NothingFired, moment.Now).Select(step => (step.Id, step.ComesAt)));
    });

    /// <summary>However seldom somebody looks, each step fires once, and none that has not come.</summary>
    [Fact]
    public void Pending_LookedAtNowAndThen_FiresEachOnce_AndInTheEndAllThatAreStillWanted() =>
        Gen.Select(Histories.Any, Gen.Int[1, 400].Array[1, 12]).Sample((log, waits) =>
        {
            var clocks = ClocksOf(log);
            var fired = new HashSet<StepId>();
            var now = At("03-02 08:00");
            foreach (var wait in waits)
            {
                now += Duration.FromMinutes(wait);
                foreach (var step in EscalationSchedule.Pending(clocks, fired, now).Where(step => step.MayBeTold(now)))
                {
                    Assert.True(step.ComesAt < now);
                    Assert.True(fired.Add(step.Id));
                }

                Assert.DoesNotContain(EscalationSchedule.Pending(clocks, fired, now), step => step.MayBeTold(now));
            }
        });

    private static EscalationStep Step(StepMoment at) => new(at, ["lead"], true);

    private static IReadOnlyList<Clock> ClocksOf(TicketEvent[] log) =>
        Ticket.Fold(log) is { } ticket ? ClockSet.Of(ticket, _ => Everything) : [];
}
