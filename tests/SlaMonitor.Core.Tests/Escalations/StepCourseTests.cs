using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Escalations;

/// <summary>
/// Steps for one time of day, or for a ticket that is still as it was. Nine open hours from Monday, 14:00: due on Tuesday at 14:00.
/// </summary>
public sealed class StepCourseTests
{
    private static readonly Target Resolution = Within(Metric.Resolution, "9");

    [Theory]
    [InlineData(180, "desk")] // 17:00
    [InlineData(240, "on-call")] // 18:00: the desk has closed
    [InlineData(720, "on-call")] // in the night
    [InlineData(1140, "desk")] // 09:00 on Wednesday
    public void Of_HalvesOfAStep_IsTheOneOfThatTimeOfDay(int minutesAfterDue, string told)
    {
        var moment = new StepMoment.ElapsedAfterDue(Duration.FromMinutes(minutesAfterDue));

        var step = Assert.Single(Steps(Opened, ByDay(moment), ByNight(moment)));

        Assert.Equal([told], step.Step.Notify);
        Assert.Equal($"Resolution/1/32400s/{moment.Name}", step.Id.ToString());
    }

    [Fact]
    public void Of_HalvesThatAreRepeated_ChangeCourseWhenTheDeskCloses()
    {
        var moment = new StepMoment.ElapsedAfterDue(Duration.FromHours(3)); // 17:00
        var hourly = new StepRepeat(Duration.FromHours(1), 2);

        var steps = Steps(Opened, ByDay(moment) with { Repeat = hourly }, ByNight(moment) with { Repeat = hourly });

        Assert.Equal(
            [("due + 3h elapsed", "desk"), ("due + 3h elapsed#1", "on-call"), ("due + 3h elapsed#2", "on-call")],
            steps.OrderBy(step => step.At).Select(step => (step.Name, step.Step.Notify[0])));
    }

    [Fact]
    public void Of_HeldByAnAcknowledgementIntoTheNight_IsTheOneOfTheNight()
    {
        var moment = new StepMoment.Due();
        var taken = Opened.Add(
            TicketEventType.Acknowledged,
            "03-03 13:00",
            new TicketChange
            {
                Acknowledgement = new Acknowledgement(new ClockId("Resolution/1/32400s"), "anna", At("03-03 13:00"), At("03-03 19:00")),
            });

        var step = Assert.Single(Steps(taken, ByDay(moment), ByNight(moment)));

        Assert.Equal(("on-call", At("03-03 19:00")), (step.Step.Notify[0], step.ComesAt));
    }

    [Theory]
    [InlineData("03-03 13:59", false)]
    [InlineData("03-03 14:00", false)] // at the very moment
    [InlineData("03-03 14:01", true)] // it had been told by then
    public void Of_ConditionOfTheTicket_IsAskedAtTheMomentOfTheStep(string assigned, bool comes)
    {
        var supplied = Opened.Add(TicketEventType.Updated, assigned, new TicketChange { Group = "supplier" });

        Assert.Equal(comes ? 1 : 0, Steps(supplied, NotWithTheSupplier).Count);
    }

    [Fact]
    public void Of_ConditionThatHoldsAgainLater_SkipsTheStepForGood() =>
        Assert.Empty(Steps(
            Opened.Add(TicketEventType.Updated, "03-03 13:00", new TicketChange { Group = "supplier" })
                .Add(TicketEventType.Updated, "03-03 15:00", new TicketChange { Group = "desk" }),
            NotWithTheSupplier));

    [Fact]
    public void Of_ConditionOfAStepThatWaitsForTheOpening_IsAskedAtTheOpening()
    {
        var late = NotWithTheSupplier with { At = new StepMoment.ElapsedAfterDue(Duration.FromHours(5)) }; // 19:00
        var overnight = Opened.Add(TicketEventType.Updated, "03-03 22:00", new TicketChange { Group = "supplier" });

        Assert.Single(Steps(overnight, late));
        Assert.Empty(EscalationSchedule.Of(Assert.Single(overnight.Clocks(
            Promising(Resolution) with
            {
                Escalations = [new EscalationPolicy(Condition.Always, [late], new QuietHours(Weekdays, []))],
            }))));
    }

    private static Story Opened => new Story().Created("03-02 14:00");

    private static EscalationStep NotWithTheSupplier => new(new StepMoment.Due(), ["lead"], true)
    {
        When = new Condition { Not = new Condition { Groups = ["supplier"] } },
    };

    private static EscalationStep ByDay(StepMoment at) => new(at, ["desk"], true) { During = Weekdays };

    private static EscalationStep ByNight(StepMoment at) => new(at, ["on-call"], true) { Outside = Weekdays };

    private static List<ScheduledStep> Steps(Story story, params EscalationStep[] steps) =>
    [
        .. EscalationSchedule.Of(Assert.Single(story.Clocks(Promising(Resolution) with
        {
            Escalations = [new EscalationPolicy(Condition.Always, steps, null)],
        }))),
    ];
}
