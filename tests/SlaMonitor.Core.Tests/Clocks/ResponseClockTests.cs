using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Clocks;

public sealed class ResponseClockTests
{
    private static readonly Target First = Within(Metric.FirstResponse, "4");
    private static readonly Target Next = Within(Metric.NextResponse, "2");
    private static readonly Target Update = Within(Metric.Update, "9");

    [Fact]
    public void FirstResponse_PublicReplyOfAnAgent_Ends()
    {
        var clock = new Story()
            .Created("03-02 09:00")
            .AgentNotes("03-02 09:10")
            .CustomerSays("03-02 09:20")
            .AgentSays("03-02 10:00")
            .Clock(First);

        Assert.Equal((At("03-02 10:00"), ClockEnd.Replied), (clock.EndedAt!.Value, clock.End));
    }

    [Fact]
    public void FirstResponse_ResolutionWithoutAReply_Ends()
    {
        var clock = new Story().Created("03-02 09:00").Resolved("03-02 11:00").AgentSays("03-02 12:00").Clock(First);

        Assert.Equal((At("03-02 11:00"), ClockEnd.Resolved), (clock.EndedAt!.Value, clock.End));
    }

    [Fact]
    public void FirstResponse_AnsweredAsItWasCreated_IsMetAndSaysWhenItWouldHaveBeenDue()
    {
        var clock = new Story().Created("03-02 09:00").AgentSays("03-02 09:00").Clock(First);

        Assert.Equal((ClockState.Met, At("03-02 13:00")), (clock.StateAt(At("03-05 09:00")), clock.DueAt));
        Assert.Equal(BusinessDuration.Zero, clock.ElapsedAt(At("03-05 09:00")));
    }

    [Fact]
    public void FirstResponse_Pending_IsNotPausedUnlessTheTargetSaysSo()
    {
        var story = new Story().Created("03-02 09:00", status: TicketStatus.Pending);

        Assert.Equal(At("03-02 13:00"), story.Clock(First).DueAt);
        Assert.Null(story.Clock(First with { Pauses = true }).DueAt);
    }

    [Fact]
    public void NextResponse_EachExchange_IsACycle()
    {
        var clocks = new Story().Created("03-02 09:00").AgentSays("03-02 09:30")
            .CustomerSays("03-02 10:00").CustomerSays("03-02 11:00").AgentSays("03-02 11:30")
            .CustomerSays("03-02 14:00").AgentSays("03-02 17:00")
            .CustomerSays("03-03 09:00").Clocks(Promising(Next));

        Assert.Equal([1, 2, 3], clocks.Select(clock => clock.Cycle));
        Assert.Equal([At("03-02 10:00"), At("03-02 14:00"), At("03-03 09:00")], clocks.Select(clock => clock.StartedAt));
        Assert.Equal([ClockState.Met, ClockState.Breached, ClockState.Running], clocks.Select(clock => clock.StateAt(At("03-03 10:00"))));
    }

    [Fact]
    public void NextResponse_OpeningMessage_IsTheFirstResponsesBusinessUnlessTheTargetCountsIt()
    {
        var story = new Story().Created("03-02 09:00").CustomerSays("03-02 09:00");

        Assert.Empty(story.Clocks(Promising(Next)));
        Assert.Equal(At("03-02 11:00"), story.Clock(Next with { CountsOpening = true }).DueAt);
    }

    [Fact]
    public void NextResponse_ThanksOnAResolvedTicket_WaitsForNothing() =>
        Assert.Empty(new Story().Created("03-02 09:00").Resolved("03-02 10:00").CustomerSays("03-02 11:00").Clocks(Promising(Next)));

    [Fact]
    public void NextResponse_MessageThatReopens_WaitsFromTheReopening()
    {
        var clock = new Story()
            .Created("03-02 09:00")
            .Resolved("03-02 10:00")
            .CustomerSays("03-02 11:00")
            .Reopened("03-02 11:01")
            .Clock(Next);

        Assert.Equal(At("03-02 11:01"), clock.StartedAt);
    }

    [Fact]
    public void Update_EachMessageOfAnAgent_BeginsTheNextCycle()
    {
        var clocks = new Story()
            .Created("03-02 09:00")
            .AgentSays("03-02 12:00")
            .CustomerSays("03-02 13:00")
            .AgentSays("03-04 12:00")
            .Resolved("03-04 15:00")
            .Clocks(Promising(Update));

        Assert.Equal([At("03-02 12:00"), At("03-04 12:00"), At("03-04 15:00")], clocks.Select(clock => clock.EndedAt!.Value));
        Assert.Equal([ClockState.Met, ClockState.Breached, ClockState.Met], clocks.Select(clock => clock.StateAt(At("03-05 09:00"))));
    }

    [Fact]
    public void Update_Reopened_BeginsAnew()
    {
        var clocks = new Story().Created("03-02 09:00").Resolved("03-02 10:00").Reopened("03-05 09:00").Clocks(Promising(Update));

        Assert.Equal([At("03-02 09:00"), At("03-05 09:00")], clocks.Select(clock => clock.StartedAt));
        Assert.Equal(At("03-05 18:00"), clocks[1].DueAt);
    }

    [Fact]
    public void Explanation_TargetsThatDidNotMatch_SayWhy()
    {
        var urgent = First with { Id = "urgent", When = new Condition { Priorities = [TicketPriority.Urgent, TicketPriority.High] } };
        var clock = Assert.Single(new Story().Created("03-02 09:00").Clocks(Promising(urgent, First)));

        var passed = Assert.Single(ClockExplanation.Of(clock, At("03-02 10:00")).PassedOver);
        Assert.Equal(("urgent", "priority is normal, not urgent or high"), (passed.Target.Id, passed.Why));
    }
}
