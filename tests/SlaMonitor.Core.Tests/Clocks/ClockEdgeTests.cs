using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>What happens at the very instant, and a second before.</summary>
public sealed class ClockEdgeTests
{
    private const string Id = "Resolution/1/32400s";
    private static readonly Target Resolution = Within(Metric.Resolution, "9");
    private static readonly Target First = Within(Metric.FirstResponse, "4");
    private static readonly Target Next = Within(Metric.NextResponse, "2");

    [Fact]
    public void StateAt_BornHeld_IsPausedFromItsFirstInstantOn()
    {
        var clock = new Story().Created("03-02 09:00", status: TicketStatus.OnHold).Clock(Resolution);

        Assert.Equal(ClockState.Paused, clock.StateAt(At("03-02 09:00")));
        Assert.Equal(ClockState.Running, clock.StateAt(At("03-02 08:59:59")));
    }

    [Fact]
    public void StateAt_HeldLater_ChangesAtThatInstant()
    {
        var clock = new Story()
            .Created("03-02 09:00")
            .Status("03-02 10:00", TicketStatus.Pending)
            .Status("03-02 11:00", TicketStatus.Open)
            .Clock(Resolution);

        Assert.Equal(
            [ClockState.Running, ClockState.Paused, ClockState.Paused, ClockState.Running],
            new[] { "03-02 09:59:59", "03-02 10:00:00", "03-02 10:59:59", "03-02 11:00:00" }.Select(at => clock.StateAt(At(at))));
    }

    [Theory]
    [InlineData("03-02 09:59:59", "03-02 10:00:01", "03-02 10:00:00")]
    [InlineData("03-02 10:00:00", "03-02 10:00:01", null)] // after is exclusive
    [InlineData("03-02 09:59:59", "03-02 10:00:00", null)] // and so is before
    [InlineData("03-02 09:00:00", "03-02 18:00:00", "03-02 10:00:00")] // the first of three, in whatever order they were told
    [InlineData("03-02 10:00:00", "03-02 18:00:00", "03-02 12:00:00")]
    [InlineData("03-02 12:00:00", "03-02 18:00:00", "03-02 14:00:00")]
    public void NextAcknowledgement_Between_IsTheFirstOfThisClock(string after, string before, string? expected)
    {
        var story = new Story().Created("03-02 09:00").Add(TicketEventType.Acknowledged, "03-02 09:00", Taken("another", "03-02 09:30:00"));
        foreach (var (told, at) in new[]
        {
            ("03-02 09:01", "03-02 12:00:00"),
            ("03-02 09:02", "03-02 10:00:00"),
            ("03-02 09:03", "03-02 14:00:00"),
        })
        {
            story.Add(TicketEventType.Acknowledged, told, Taken(Id, at));
        }

        Assert.Equal(expected is null ? null : At(expected), story.Clock(Resolution).NextAcknowledgement(At(after), At(before))?.At);
    }

    [Fact]
    public void FirstResponse_NobodyAnsweredNorResolved_HasNoEnd()
    {
        var clock = new Story().Created("03-02 09:00").CustomerSays("03-02 10:00").Clock(First);

        Assert.Equal(((Instant?)null, ClockEnd.None), (clock.EndedAt, clock.End));
    }

    [Fact]
    public void FirstResponse_ResolvedUnanswered_EndsWithTheResolution()
    {
        var clock = new Story().Created("03-02 09:00").Resolved("03-02 11:00").Clock(First);

        Assert.Equal(((Instant?)At("03-02 11:00"), ClockEnd.Resolved), (clock.EndedAt, clock.End));
    }

    [Fact]
    public void FirstResponse_AnsweredAndResolvedAtOnce_EndsWithTheAnswer() => Assert.Equal(
        ClockEnd.Replied, new Story().Created("03-02 09:00").AgentSays("03-02 11:00").Resolved("03-02 11:00").Clock(First).End);

    [Fact]
    public void NextResponse_SettledInBetween_EndsThatCycleAndTheNextMessageBeginsAnother()
    {
        var clocks = new Story().Created("03-02 09:00").CustomerSays("03-02 10:00").Resolved("03-02 11:00").Reopened("03-02 12:00")
            .CustomerSays("03-02 13:00").AgentSays("03-02 14:00").CustomerSays("03-02 15:00").Clocks(Promising(Next));

        Assert.Equal(
            [
                (1, At("03-02 10:00"), At("03-02 11:00"), ClockEnd.Resolved),
                (2, At("03-02 13:00"), At("03-02 14:00"), ClockEnd.Replied),
                (3, At("03-02 15:00"), null, ClockEnd.None),
            ],
            clocks.Select(clock => (clock.Cycle, clock.StartedAt, clock.EndedAt, clock.End)));
    }

    [Fact]
    public void NextResponse_MessageAtTheVerySettlement_WaitsOnlyFromTheReopening()
    {
        var story = new Story().Created("03-02 09:00").Resolved("03-02 11:00").CustomerSays("03-02 11:00");
        Assert.Empty(story.Clocks(Promising(Next)));

        Assert.Equal(At("03-02 12:00"), Assert.Single(story.Reopened("03-02 12:00").Clocks(Promising(Next))).StartedAt);
    }

    private static TicketChange Taken(string clock, string at) =>
        new() { Acknowledgement = new Acknowledgement(new ClockId(clock), "anna", At(at), At(at) + Duration.FromHours(1)) };
}
