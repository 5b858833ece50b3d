using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Clocks;

public sealed class ResolutionClockTests
{
    private static readonly Target NineHours = Within(Metric.Resolution, "9");

    [Fact]
    public void Clock_NothingHappens_IsDueWhenTheBudgetIsUsedUp()
    {
        var clock = new Story().Created("03-02 14:00").Clock(NineHours);

        Assert.Equal(At("03-03 14:00"), clock.DueAt);
        Assert.Equal(ClockState.Running, clock.StateAt(At("03-03 14:00")));
        Assert.Equal(ClockState.Breached, clock.StateAt(At("03-03 14:00:01")));
        Assert.Equal(BusinessDuration.FromHours(4), clock.ElapsedAt(At("03-02 23:00")));
    }

    [Fact]
    public void Clock_BudgetEndsAtClosing_IsBreachedByAnAnswerInTheNight()
    {
        var clock = new Story().Created("03-02 09:00").Resolved("03-02 20:00").Clock(NineHours);

        Assert.Equal(At("03-02 18:00"), clock.DueAt);
        Assert.Equal(NineHours.Within, clock.ElapsedAt(At("03-02 20:00")));
        Assert.Equal(ClockState.Breached, clock.StateAt(At("03-02 20:00")));
    }

    [Fact]
    public void Clock_Pending_SubtractsOnlyWorkingTime()
    {
        var clock = new Story()
            .Created("03-02 14:00")
            .Status("03-02 17:00", TicketStatus.Pending)
            .Status("03-03 10:00", TicketStatus.Open)
            .Clock(NineHours);

        Assert.Equal(At("03-03 16:00"), clock.DueAt);
        Assert.Equal(ClockState.Paused, clock.StateAt(At("03-02 22:00")));
        Assert.Equal(BusinessDuration.FromHours(3), clock.ElapsedAt(At("03-03 10:00")));
    }

    [Fact]
    public void Clock_HeldWithBudgetLeft_HasNoDueTime()
    {
        var clock = new Story().Created("03-02 14:00").Status("03-02 15:00", TicketStatus.OnHold).Clock(NineHours);

        Assert.Null(clock.DueAt);
        Assert.Equal(ClockState.Paused, clock.StateAt(At("06-01 12:00")));
    }

    [Fact]
    public void Clock_HeldAfterItWasDue_StaysBreached()
    {
        var clock = new Story().Created("03-02 09:00").Status("03-03 10:00", TicketStatus.Pending).Clock(NineHours);

        Assert.Equal(ClockState.Breached, clock.StateAt(At("03-05 10:00")));
    }

    [Fact]
    public void Clock_PendingThenOnHold_CountsNoTimeTwice()
    {
        var clock = new Story().Created("03-02 09:00")
            .Status("03-02 10:00", TicketStatus.Pending)
            .Status("03-02 11:00", TicketStatus.OnHold)
            .Status("03-02 12:00", TicketStatus.Pending)
            .Status("03-02 13:00", TicketStatus.Open).Resolved("03-02 14:00").Clock(NineHours);

        Assert.Equal(BusinessDuration.FromHours(2), clock.ElapsedAt(At("03-05 10:00")));
        Assert.Equal(3, clock.Stretches.Count(stretch => !stretch.Counts));
    }

    [Fact]
    public void Clock_BornPaused_CountsFromTheFirstOpenStatus()
    {
        var clock = new Story()
            .Created("03-02 09:00", status: TicketStatus.Pending)
            .Status("03-02 12:00", TicketStatus.Open)
            .Clock(NineHours);

        Assert.Equal(At("03-03 12:00"), clock.DueAt);
    }

    [Fact]
    public void Clock_BornClosed_IsMetAtOnce()
    {
        var clock = new Story().Created("03-02 09:00", status: TicketStatus.Closed).Clock(NineHours);

        Assert.Equal(ClockState.Met, clock.StateAt(At("03-02 09:00")));
        Assert.Equal(BusinessDuration.Zero, clock.ElapsedAt(At("03-09 09:00")));
    }

    [Fact]
    public void Clock_ClosedAfterResolved_EndsAtTheResolution()
    {
        var clock = new Story().Created("03-02 09:00").Resolved("03-02 10:00").Closed("03-05 10:00").Clock(NineHours);

        Assert.Equal(At("03-02 10:00"), clock.EndedAt);
    }

    [Fact]
    public void Clock_ReopenedAndContinued_LeavesOutTheTimeBetween()
    {
        var clock = new Story().Created("03-02 09:00").Resolved("03-02 12:00").Reopened("03-04 09:00").Clock(NineHours);

        Assert.Null(clock.EndedAt);
        Assert.Equal(At("03-04 15:00"), clock.DueAt);
        Assert.Equal(BusinessDuration.FromHours(3), clock.ElapsedAt(At("03-04 09:00")));
    }

    [Fact]
    public void Clock_ReopenedAndRestarted_BeginsANewCycleWithTheWholeBudget()
    {
        var clocks = new Story().Created("03-02 09:00").Resolved("03-02 12:00").Reopened("03-04 09:00")
            .Clocks(Promising(NineHours) with { OnReopen = ReopenRule.Restart });

        Assert.Equal(2, clocks.Count);
        Assert.Equal(ClockState.Met, clocks[0].StateAt(At("03-09 09:00")));
        Assert.Equal((2, At("03-04 18:00")), (clocks[1].Cycle, clocks[1].DueAt));
    }

    [Fact]
    public void Clock_ReopenedAndKept_KeepsTheFirstOutcome()
    {
        var clock = new Story().Created("03-02 09:00").Resolved("03-02 12:00").Reopened("03-04 09:00").Resolved("03-20 09:00")
            .Clock(NineHours, ReopenRule.KeepOutcome);

        Assert.Equal(At("03-02 12:00"), clock.EndedAt);
        Assert.Equal(ClockState.Met, clock.StateAt(At("03-30 09:00")));
    }

    [Theory]
    [InlineData("03-02 12:00", ClockState.Cancelled)]
    [InlineData("03-02 18:00", ClockState.Cancelled)]
    [InlineData("03-02 18:01", ClockState.Breached)] // what was broken before stays broken: deleting it would be too easy
    public void Clock_Deleted_IsCancelledUnlessItWasBroken(string deletedAt, ClockState expected)
    {
        Assert.Equal(expected, new Story().Created("03-02 09:00").Deleted(deletedAt).Clock(NineHours).StateAt(At("03-09 09:00")));
        Assert.Equal(expected, new Story().Created("03-02 09:00").Merged(deletedAt).Clock(NineHours).StateAt(At("03-09 09:00")));
    }

    [Fact]
    public void Clock_PriorityRaised_KeepsTheElapsedTimeUnderTheNewBudget()
    {
        var agreement = Promising(
            NineHours with
            {
                Id = "urgent",
                When = new Condition { Priorities = [TicketPriority.Urgent] },
                Within = BusinessDuration.FromHours(2),
            },
            NineHours);
        var story = new Story().Created("03-02 09:00").Priority("03-02 10:00", TicketPriority.Urgent);

        var clock = Assert.Single(story.Clocks(agreement));
        Assert.Equal(("urgent", At("03-02 11:00")), (clock.Target.Id, clock.DueAt));
        Assert.Equal(BusinessDuration.FromHours(1), clock.ElapsedAt(At("03-02 10:00")));
    }

    [Fact]
    public void Clock_PriorityFlaps_GainsNothing()
    {
        var agreement = Promising(
            NineHours with
            {
                Id = "urgent",
                When = new Condition { Priorities = [TicketPriority.Urgent] },
                Within = BusinessDuration.FromHours(2),
            },
            NineHours);
        var steady = Assert.Single(new Story().Created("03-02 09:00", TicketPriority.Urgent).Clocks(agreement));
        var flapping = Assert.Single(new Story().Created("03-02 09:00", TicketPriority.Urgent)
            .Priority("03-02 09:30", TicketPriority.Normal).Priority("03-02 10:00", TicketPriority.Urgent).Clocks(agreement));

        Assert.Equal(steady.DueAt, flapping.DueAt);
        Assert.Equal(steady.ElapsedAt(At("03-02 10:30")), flapping.ElapsedAt(At("03-02 10:30")));
    }

    [Fact]
    public void Clock_PriorityRaisedAfterTheEnd_KeepsThePromiseThatItEndedUnder()
    {
        var agreement = Promising(
            NineHours with
            {
                Id = "urgent",
                When = new Condition { Priorities = [TicketPriority.Urgent] },
                Within = BusinessDuration.FromHours(2),
            },
            NineHours);
        var clock = Assert.Single(
            new Story().Created("03-02 09:00").Resolved("03-02 15:00").Priority("03-03 10:00", TicketPriority.Urgent).Clocks(agreement));

        Assert.Equal((NineHours.Id, ClockState.Met), (clock.Target.Id, clock.StateAt(At("03-05 09:00"))));
    }

    [Fact]
    public void Clock_Excluded_StandsStillAndSaysWhy()
    {
        var typhoon = new Exclusion(new Interval(At("03-02 10:00"), At("03-02 16:00")), "typhoon", "both parties");
        var target = NineHours with { Counting = Weekdays.Without([typhoon.Span]) };
        var clock = Assert.Single(new Story().Created("03-02 09:00").Clocks(Promising(target) with { Exclusions = [typhoon] }));

        Assert.Equal(At("03-03 15:00"), clock.DueAt);
        var explanation = ClockExplanation.Of(clock, At("03-02 17:00"));
        Assert.Equal(BusinessDuration.FromHours(2), explanation.Elapsed);
        Assert.Equal(typhoon, Assert.Single(explanation.Exclusions));
        Assert.Equal([At("03-02 10:00"), At("03-02 17:00")], explanation.Counted.Select(span => span.To));
    }
}
