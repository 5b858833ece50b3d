using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tests.Tickets;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;
using static SlaMonitor.Core.Tests.Tickets.Histories;

namespace SlaMonitor.Core.Tests.Escalations;

public sealed class EscalationLawTests
{
    private static readonly HashSet<StepId> NothingFired = [];

    private static readonly Agreement Everything = Promising(
        Within(Metric.FirstResponse, "1"),
        Within(Metric.Resolution, "2") with { Id = "urgent", When = new Condition { Priorities = [TicketPriority.Urgent] } },
        Within(Metric.Resolution, "9"),
        Within(Metric.NextResponse, "2"),
        Within(Metric.Update, "3", pauses: true)) with
    {
        OnReopen = ReopenRule.Restart,
        Escalations =
        [
            new EscalationPolicy(
                new Condition { Priorities = [TicketPriority.Urgent] },
                [Step(new StepMoment.ShareOfBudget(20)), Step(new StepMoment.Due())],
                null),
            new EscalationPolicy(Condition.Always, [Step(new StepMoment.ShareOfBudget(50)), Step(new StepMoment.Due()),
                Step(new StepMoment.AfterDue(BusinessDuration.FromHours(4))),
                Step(new StepMoment.ElapsedAfterDue(Duration.FromMinutes(15)))],
                null),
        ],
    };

    [Fact]
    public void Of_AnyTicket_GivesEachStepOfEachPromiseAnIdOfItsOwn() => Histories.Any.Sample(log =>
    {
        var steps = ClocksOf(log).SelectMany(EscalationSchedule.Of).ToArray();

        Assert.Equal(steps.Length, steps.Select(step => step.Id).Distinct().Count());
        Assert.All(steps, step =>
            Assert.Equal(
                $"{step.Clock.Target.Id}/{step.Clock.Cycle}/{step.Clock.Target.Within.TotalSeconds}s/{step.Step.At.Name}",
                step.Id.ToString()));
    });

    [Fact]
    public void Pending_AnyTicket_AreTheStepsThatAreStillWantedInTheOrderOfTime() => AnyMoment.Sample(moment =>
    {
        var clocks = ClocksOf(moment.Log);
        var wanted = clocks.SelectMany(EscalationSchedule.Of).Where(step => step.Clock.EndedAt is not { } ended || ended > moment.Now
            || (!step.IsWarning && step.Clock.End != ClockEnd.Gone && moment.Now - step.At <= Duration.FromHours(24)));

        Assert.Equal(
            wanted.OrderBy(step => step.At).Select(step => step.Id),
            Ids(EscalationSchedule.Pending(clocks, NothingFired, moment.Now)));
    });

    [Fact]
    public void Pending_SomeFired_AreTheOthersAndStayAsTheyWere() => Gen.Select(AnyMoment, Gen.Int[0, 20]).Sample((moment, count) =>
    {
        var clocks = ClocksOf(moment.Log);
        var all = EscalationSchedule.Pending(clocks, NothingFired, moment.Now);
        var fired = Ids(all.Take(count)).ToHashSet();
        var left = EscalationSchedule.Pending(clocks, fired, moment.Now);

        Assert.Equal(Ids(all.Skip(count)), Ids(left));
        Assert.Equal(Ids(left), Ids(EscalationSchedule.Pending(clocks, fired, moment.Now)));
        Assert.Empty(EscalationSchedule.Pending(clocks, Ids(all).ToHashSet(), moment.Now));
    });

    [Fact]
    public void Pending_EventsInAnotherOrder_AreTheSame() => Gen.Select(AnyMoment, Gen.Int[0, int.MaxValue]).Sample((moment, seed) =>
    {
        var shuffled = moment.Log.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(
            EscalationSchedule.Pending(ClocksOf(moment.Log), NothingFired, moment.Now).Select(step => (step.Id, step.At)),
            EscalationSchedule.Pending(ClocksOf(shuffled), NothingFired, moment.Now).Select(step => (step.Id, step.At)));
    });

    [Fact]
    public void Of_AnyTicket_ComesToItsWarningsBeforeDueAndToAllBeforeItsEnd() => Histories.Any.Sample(log =>
    {
        foreach (var step in ClocksOf(log).SelectMany(EscalationSchedule.Of))
        {
            Assert.True(step.At >= step.Clock.StartedAt);
            Assert.True(step.Clock.EndedAt is null || step.At < step.Clock.EndedAt);
            Assert.Equal(step.IsWarning, step.At < step.Clock.DueAt || step.Clock.DueAt is null);
        }
    });

    private static EscalationStep Step(StepMoment at) => new(at, ["lead"], false);

    private static IReadOnlyList<Clock> ClocksOf(TicketEvent[] log) =>
        Ticket.Fold(log) is { } ticket ? ClockSet.Of(ticket, _ => Everything) : [];

    private static IEnumerable<StepId> Ids(IEnumerable<ScheduledStep> steps) => steps.Select(step => step.Id);
}
