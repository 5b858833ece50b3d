using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Monitoring.Tests.Clauses.Contract;

namespace SlaMonitor.Monitoring.Tests.Clauses;

/// <summary>§1.2.3 and §3.1: how fast, by priority; and what stops or continues the clocks.</summary>
public sealed class ResponseTimeTests
{
    [Clause("1.2.3", Key = "targets")]
    [Theory]
    [InlineData("2026-03-02 10:00", "2026-03-02 10:15", "2026-03-02 14:00")]
    [InlineData("2026-03-07 02:00", "2026-03-07 02:15", "2026-03-07 06:00")] // a Saturday night
    [InlineData("2026-10-01 23:50", "2026-10-02 00:05", "2026-10-02 03:50")] // National Day
    public void Clause_1_2_3_Emergency_IsAnsweredAroundTheClock(string created, string response, string resolution)
    {
        var story = Story.Emergency(created);

        Assert.Equal(At(response), story.Clock("emergency-response").DueAt);
        Assert.Equal(At(resolution), story.Clock("emergency-resolution").DueAt);
    }

    [Clause("1.2.3", Key = "targets")]
    [Fact]
    public void Clause_1_2_3_TicketThatBecomesAnEmergency_CountsFromItsCreation()
    {
        var clock = Story.Created("2026-03-02 10:00")
            .And(TicketEventType.Updated, "2026-03-02 10:10", new TicketChange { Emergency = true })
            .Clock("emergency-response");

        Assert.Equal(At("2026-03-02 10:15"), clock.DueAt);
    }

    [Clause("3.1", Key = "targets")]
    [Theory]
    [InlineData(TicketPriority.Urgent, "urgent-response", "2026-03-02 18:00", "urgent-resolution", "2026-03-03 17:00")]
    [InlineData(TicketPriority.High, "urgent-response", "2026-03-02 18:00", "urgent-resolution", "2026-03-03 17:00")]
    [InlineData(TicketPriority.Normal, "response", "2026-03-03 12:00", "resolution", "2026-03-09 17:00")]
    [InlineData(TicketPriority.Low, "response", "2026-03-03 12:00", "resolution", "2026-03-09 17:00")]
    public void Clause_3_1_ResponseAndResolution_DependOnThePriority(
        TicketPriority priority, string response, string answerBy, string resolution, string solveBy)
    {
        var story = Story.Created("2026-03-02 17:00", new TicketChange { Priority = priority });

        Assert.Equal(At(answerBy), story.Clock(response).DueAt);
        Assert.Equal(At(solveBy), story.Clock(resolution).DueAt);
        Assert.Equal(priority >= TicketPriority.High, story.Assess().Clocks.Any(clock => clock.Target.Id == "update"));
    }

    [Clause("3.1", Key = "targets")]
    [Fact]
    public void Clause_3_1_AnswerAtTheDueSecond_IsInTimeAndOneSecondLaterIsNot()
    {
        var inTime = Story.Created("2026-03-02 09:00").AgentSays("2026-03-02 13:00").Clock("response");
        var late = Story.Created("2026-03-02 09:00").AgentSays("2026-03-02 13:00:01").Clock("response");

        Assert.Equal((ClockState.Met, ClockState.Breached), (inTime.StateAt(At("2026-03-03 09:00")), late.StateAt(At("2026-03-03 09:00"))));
    }

    [Clause("3.1", Key = "targets")]
    [Fact]
    public void Clause_3_1_FurtherMessages_AreAnsweredWithinEightHours()
    {
        var story = Story.Created("2026-03-02 09:00")
            .AgentSays("2026-03-02 10:00")
            .CustomerSays("2026-03-02 14:00")
            .CustomerSays("2026-03-02 17:00");

        Assert.Equal(At("2026-03-03 13:00"), story.Clock("next-response").DueAt);
    }

    [Clause("3.1", Key = "targets")]
    [Fact]
    public void Clause_3_1_UrgentTicket_IsReportedOnEveryWorkingDay()
    {
        var updates = Story.Created("2026-03-02 09:00", new TicketChange { Priority = TicketPriority.Urgent })
            .AgentSays("2026-03-02 15:00")
            .Assess()
            .Clocks.Where(clock => clock.Target.Id == "update").Select(clock => clock.DueAt!.Value);

        Assert.Equal([At("2026-03-02 18:00"), At("2026-03-03 15:00")], updates);
    }

    [Clause("3.1", Key = "targets")]
    [Fact]
    public void Clause_3_1_TargetsBeforeTheMatchedOne_SayWhyTheyDoNotMatch()
    {
        var explanation = ClockExplanation.Of(Story.Created("2026-03-02 09:00").Clock("response"), At("2026-03-02 10:00"));

        Assert.Equal(
            [("emergency-response", "it is no emergency"), ("urgent-response", "priority is normal, not urgent or high")],
            explanation.PassedOver.Select(passed => (passed.Target.Id, passed.Why)));
    }

    [Clause("pause", Key = "pause")]
    [Theory]
    [InlineData(TicketStatus.Pending)]
    [InlineData(TicketStatus.OnHold)]
    public void Clause_pause_WaitingTicket_StopsResolutionAndNothingElse(TicketStatus waiting)
    {
        var story = Story.Created("2026-03-02 09:00").Becomes("2026-03-02 10:00", waiting);

        Assert.Null(story.Clock("resolution").DueAt);
        Assert.Equal(At("2026-03-02 13:00"), story.Clock("response").DueAt);
        Assert.Equal(At("2026-03-09 18:00"), story.Becomes("2026-03-03 10:00", TicketStatus.Open).Clock("resolution").DueAt);
    }

    [Clause("pause", Key = "pause")]
    [Fact]
    public void Clause_pause_Emergency_IsNotStoppedBecauseItsTargetSaysSo() =>
        Assert.Equal(
            At("2026-03-07 06:00"),
            Story.Emergency("2026-03-07 02:00").Becomes("2026-03-07 03:00", TicketStatus.Pending).Clock("emergency-resolution").DueAt);

    [Clause("pause", Key = "pause")]
    [Fact]
    public void Clause_pause_OtherWords_StopOtherClocks()
    {
        var story = Story.Created("2026-03-02 09:00").Becomes("2026-03-02 10:00", TicketStatus.OnHold);

        Assert.Null(story.Clock("response", With(("stops: [resolution]", "stops: [resolution, firstResponse]"))).DueAt);
        Assert.Equal(At("2026-03-06 18:00"), story.Clock("resolution", With(("statuses: [pending, onHold]", "statuses: [pending]"))).DueAt);
    }

    [Clause("onReopen", Key = "onReopen")]
    [Fact]
    public void Clause_onReopen_ReopenedTicket_ContinuesRestartsOrKeepsItsOutcome()
    {
        var story = Story.Created("2026-03-02 09:00")
            .And(TicketEventType.Resolved, "2026-03-02 12:00")
            .And(TicketEventType.Reopened, "2026-03-04 09:00");

        Assert.Equal([(1, At("2026-03-10 15:00"))], Resolutions(Book));
        Assert.Equal(
            [(1, At("2026-03-06 18:00")), (2, At("2026-03-10 18:00"))],
            Resolutions(With(("onReopen: continue", "onReopen: restart"))));
        var kept = With(("onReopen: continue", "onReopen: keepOutcome"));
        Assert.Equal([(1, At("2026-03-06 18:00"))], Resolutions(kept));
        Assert.Equal(ClockState.Met, story.Clock("resolution", kept).StateAt(At("2026-04-01 09:00")));

        IEnumerable<(int Cycle, Instant Due)> Resolutions(AgreementBook book) =>
            story.Assess(book).Clocks.Where(clock => clock.Target.Id == "resolution").Select(clock => (clock.Cycle, clock.DueAt!.Value));
    }
}
