using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>What becomes of a first response that nobody gave when the ticket was resolved and comes back. 2 March is a Monday.</summary>
public sealed class ReopenedFirstResponseTests
{
    private static readonly Target First = Within(Metric.FirstResponse, "2");

    [Fact]
    public void FirstResponse_ClosedByMistakeAndReopened_GoesOnWithoutTheTimeBetween()
    {
        var story = new Story().Created("03-02 09:00").Closed("03-02 10:00").Reopened("03-02 10:30");

        var clock = story.Clock(First);

        Assert.Equal((null, At("03-02 11:30")), (clock.EndedAt, clock.DueAt));
        Assert.Equal(ClockState.Breached, clock.StateAt(At("03-02 11:31")));
        Assert.Equal(ClockState.Met, story.AgentSays("03-02 11:00").Clock(First).StateAt(At("03-02 18:00")));
    }

    [Fact]
    public void FirstResponse_PausedClosedAndReopened_LeavesOutBoth()
    {
        var clock = new Story()
            .Created("03-02 09:00")
            .Status("03-02 09:30", TicketStatus.Pending)
            .Status("03-02 09:45", TicketStatus.Open)
            .Closed("03-02 10:00")
            .Reopened("03-02 10:30")
            .Clock(First with { Pauses = true });

        Assert.Equal(At("03-02 11:45"), clock.DueAt);
    }

    [Fact]
    public void FirstResponse_ClosedTwice_LeavesOutBothTimes()
    {
        var story = new Story()
            .Created("03-02 09:00")
            .Closed("03-02 09:30").Reopened("03-02 10:00")
            .Resolved("03-02 10:30").Reopened("03-02 11:30");

        Assert.Equal(At("03-02 12:30"), story.Clock(First).DueAt);
        Assert.Equal(At("03-02 12:00"), story.Resolved("03-02 12:00").Clock(First).EndedAt);
    }

    [Theory]
    [InlineData("03-02 09:30")] // before the resolution
    [InlineData("03-02 10:00")] // with it
    [InlineData("03-02 10:10")] // after it, as where a helpdesk sends the status before the message
    [InlineData("03-02 10:30")] // with the reopening
    public void FirstResponse_AnsweredBeforeTheReopening_KeepsItsOutcome(string answeredAt)
    {
        var clock = new Story().Created("03-02 09:00").Resolved("03-02 10:00").AgentSays(answeredAt).Reopened("03-02 10:30").Clock(First);

        Assert.Equal(Instant.Min(At(answeredAt), At("03-02 10:00")), clock.EndedAt);
    }

    [Fact]
    public void FirstResponse_CustomerReopensUnanswered_GoesOn()
    {
        var clock = new Story().Created("03-02 09:00").Resolved("03-02 10:00").CustomerSays("03-02 10:30", TicketStatus.Open).Clock(First);

        Assert.Equal(At("03-02 11:30"), clock.DueAt);
    }

    [Fact]
    public void FirstResponse_MergedByMistakeAndReopened_GoesOn()
    {
        var clock = new Story().Created("03-02 09:00").Merged("03-02 10:00").Reopened("03-02 10:30").Clock(First);

        Assert.Equal((ClockState.Running, At("03-02 11:30")), (clock.StateAt(At("03-02 11:00")), clock.DueAt));
    }

    [Fact]
    public void FirstResponse_ClosedAfterItWasDue_StaysBroken()
    {
        var clock = new Story().Created("03-02 09:00").Closed("03-02 12:00").Reopened("03-02 13:00").AgentSays("03-02 13:10").Clock(First);

        Assert.Equal((ClockState.Breached, At("03-02 11:00")), (clock.StateAt(At("03-02 18:00")), clock.DueAt));
    }

    [Fact]
    public void FirstResponse_ReopenedAndRestarted_BeginsANewCycle()
    {
        var clocks = new Story().Created("03-02 09:00").Closed("03-02 10:00").Reopened("03-02 10:30")
            .Clocks(Promising(First) with { OnReopen = ReopenRule.Restart });

        Assert.Equal([1, 2], clocks.Select(clock => clock.Cycle));
        Assert.Equal([ClockState.Met, ClockState.Running], clocks.Select(clock => clock.StateAt(At("03-02 11:00"))));
        Assert.Equal(At("03-02 12:30"), clocks[1].DueAt);
    }

    [Fact]
    public void FirstResponse_ReopenedAndKept_KeepsTheOutcome() => Assert.Equal(
        At("03-02 10:00"),
        new Story().Created("03-02 09:00").Closed("03-02 10:00").Reopened("03-02 10:30").Clock(First, ReopenRule.KeepOutcome).EndedAt);
}
