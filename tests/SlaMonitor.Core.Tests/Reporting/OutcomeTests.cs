using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Reporting;

public sealed class OutcomeTests
{
    private static readonly Instant Now = At("04-01 09:00");

    [Fact]
    public void Promise_KeptBeforeItWasDue_IsMetAtItsEnd()
    {
        var outcome = Outcome(new Story().Created("03-02 09:00").AgentSays("03-02 10:00"), Within(Metric.FirstResponse, "4"));

        Assert.Equal("firstResponse", outcome.Metric);
        Assert.Equal((ClockState.Met, At("03-02 10:00")), (outcome.StateAt(Now), outcome.DecidedAt(Now)!.Value));
        Assert.Equal(BusinessDuration.FromHours(1), outcome.Used);
        Assert.Null(outcome.RiskAt);
    }

    [Fact]
    public void Promise_KeptLate_WasDecidedWhenItWasDue()
    {
        var outcome = Outcome(new Story().Created("03-02 09:00").AgentSays("03-02 17:00"), Within(Metric.FirstResponse, "4"));

        Assert.Equal((ClockState.Breached, At("03-02 13:00")), (outcome.StateAt(Now), outcome.DecidedAt(Now)!.Value));
        Assert.Equal(BusinessDuration.FromHours(8), outcome.Used);
    }

    [Fact]
    public void Promise_IsOpenUntilItIsDue_AndBrokenAfterwards_WhetherOrNotAnybodyWroteThatDown()
    {
        var outcome = Outcome(new Story().Created("03-02 09:00"), Within(Metric.FirstResponse, "4"));

        Assert.Equal((ClockState.Running, (Instant?)null), (outcome.StateAt(At("03-02 13:00")), outcome.DecidedAt(At("03-02 13:00"))));
        Assert.Equal((ClockState.Breached, At("03-02 13:00")), (outcome.StateAt(Now), outcome.DecidedAt(Now)!.Value));
        Assert.Equal((BusinessDuration.Zero, At("03-02 12:00")), (outcome.Used, outcome.RiskAt!.Value));
    }

    [Fact]
    public void Promise_WithADueTimeThatWasAgreed_IsAtRiskByTheTimeUntilThat()
    {
        var due = new AgreedDue("resolution", At("03-04 12:00"), "the part is on its way", "boss@example.com");
        var story = new Story().Created("03-02 09:00")
            .Add(TicketEventType.DueAgreed, "03-02 10:00", new TicketChange { AgreedDue = due });

        // 21 hours of open time until then, of which three quarters are 15:45: nine on Monday, and 6:45 on Tuesday.
        var outcome = Outcome(story, Within(Metric.Resolution, "9") with { AllowsAgreedDue = true });

        Assert.Equal(At("03-03 15:45"), outcome.RiskAt);
        Assert.Equal(At("03-02 15:45"), Outcome(story, Within(Metric.Resolution, "9")).RiskAt);
    }

    [Fact]
    public void Promise_OfATicketThatWentAway_IsCancelledThen()
    {
        var outcome = Outcome(new Story().Created("03-02 09:00").Deleted("03-02 10:00"), Within(Metric.FirstResponse, "4"));

        Assert.Equal((ClockState.Cancelled, At("03-02 10:00")), (outcome.StateAt(Now), outcome.DecidedAt(Now)!.Value));
    }

    [Fact]
    public void Hold_IsToldByItsStatus_AndWhatItTook_UntilTheDecision()
    {
        var story = new Story().Created("03-02 09:00").Status("03-02 10:00", TicketStatus.Pending)
            .Status("03-02 12:00", TicketStatus.OnHold).Status("03-02 15:00", TicketStatus.Open);
        var resolved = Outcome(story.Resolved("03-02 16:00"), Within(Metric.Resolution, "4"));

        Assert.Equal(BusinessDuration.FromHours(2), resolved.Held[TicketStatus.Pending]);
        Assert.Equal(BusinessDuration.FromHours(3), resolved.Held[TicketStatus.OnHold]);
        Assert.Equal(BusinessDuration.FromHours(2), resolved.Used);
        Assert.Null(resolved.HeldBy);
    }

    [Fact]
    public void Hold_ThatGoesOn_LeavesTheDueTimeOpen_AndIsCountedNowhereYet()
    {
        var outcome = Outcome(
            new Story().Created("03-02 09:00").Status("03-02 10:00", TicketStatus.Pending), Within(Metric.Resolution, "4"));

        Assert.Equal(
            (ClockState.Paused, (Instant?)null, (TicketStatus?)TicketStatus.Pending),
            (outcome.StateAt(Now), outcome.DueAt, outcome.HeldBy));
        Assert.Equal((default, BusinessDuration.FromHours(1)), (outcome.Held, outcome.Used));
        Assert.Null(outcome.RiskAt);
    }

    [Fact]
    public void Hold_AfterThePromiseBroke_TookNothingFromIt()
    {
        var story = new Story().Created("03-02 09:00").Status("03-02 14:00", TicketStatus.Pending).Status("03-02 16:00", TicketStatus.Open);

        Assert.Equal(default, Outcome(story.Resolved("03-02 17:00"), Within(Metric.Resolution, "4")).Held);
    }

    [Fact]
    public void Exclusion_ThatSavedAPromise_IsSeenInItsVerdictWithoutIt()
    {
        var exclusion = new Exclusion(new Interval(At("03-02 10:00"), At("03-02 12:00")), "storm", "both");
        var target = Within(Metric.FirstResponse, "4");
        target = target with { Counting = target.Calendar.Without([exclusion.Span]) };
        var outcome = Outcome(
            new Story().Created("03-02 09:00").AgentSays("03-02 14:00"), Promising(target) with { Exclusions = [exclusion] });

        Assert.Equal((ClockState.Met, At("03-02 15:00")), (outcome.StateAt(Now), outcome.DueAt!.Value));
        Assert.Equal(
            (ClockState.Breached, At("03-02 13:00")),
            (outcome.StateWithoutExclusionsAt(Now), outcome.DueAtWithoutExclusions!.Value));
        Assert.Equal(BusinessDuration.FromHours(2), outcome.Excluded);
    }

    [Fact]
    public void Ticket_ResolvedAndThenClosedOrDeleted_WasResolved()
    {
        var ticket = Of(new Story().Created("03-02 09:00").Resolved("03-02 10:00").Closed("03-03 10:00").Deleted("03-20 10:00")).Ticket!;

        Assert.True(ticket.IsResolved);
        Assert.Equal(At("03-02 10:00"), ticket.SettledAt);
    }

    [Fact]
    public void Ticket_ClosedWithoutResolution_WasGivenUp_AndSoWasOneThatWentAway()
    {
        Assert.Equal(GivenUp.Closed, Of(new Story().Created("03-02 09:00").Closed("03-02 10:00")).Ticket!.GivenUp);
        Assert.Equal(GivenUp.Gone, Of(new Story().Created("03-02 09:00").Merged("03-02 10:00")).Ticket!.GivenUp);
        Assert.Equal(GivenUp.Gone, Of(new Story().Created("03-02 09:00").Deleted("03-02 10:00")).Ticket!.GivenUp);
    }

    [Fact]
    public void Ticket_ThatCameBack_IsOpenAgain_AndItsEarlierResolutionDoesNotCount()
    {
        var story = new Story().Created("03-02 09:00").Resolved("03-02 10:00").Reopened("03-03 10:00");
        var ticket = Of(story).Ticket!;
        Assert.Equal((null, false), (ticket.SettledAt, ticket.IsResolved));
        Assert.Equal([At("03-03 10:00")], ticket.Reopenings);

        // Closed now: that it was resolved before it came back says nothing of this time.
        Assert.Equal(GivenUp.Closed, Of(story.Closed("03-04 10:00")).Ticket!.GivenUp);
    }

    [Fact]
    public void Rating_ThatWasChanged_IsTheLast_AndEveryMomentThatCountsIsTold()
    {
        var ticket = Of(new Story().Created("03-02 09:00").Resolved("03-02 10:00").Reopened("03-03 10:00").Resolved("03-04 10:00")
            .Add(TicketEventType.Rated, "03-05 09:00", new TicketChange { Rating = 1 })
            .Add(TicketEventType.Rated, "03-06 09:00", new TicketChange { Rating = 4 })).Ticket!;

        Assert.Equal(new TicketRating(At("03-06 09:00"), 4), ticket.Rating);
        Assert.Equal([At("03-04 10:00"), At("03-03 10:00"), At("03-06 09:00")], ticket.CountedAt);
    }

    [Fact]
    public void Ticket_ThatNoAgreementGoverns_CountsNowhere()
    {
        var log = new Story().Created("03-02 09:00").Events;

        var outcomes = TicketOutcomes.Of(TicketAssessment.Of(log, [], AgreementBook.Empty, Now)!);

        Assert.Empty(outcomes.Clocks);
        Assert.Null(outcomes.Ticket);
    }

    private static ClockOutcome Outcome(Story story, Target target) => Outcome(story, Promising(target));

    private static ClockOutcome Outcome(Story story, Agreement agreement) => Assert.Single(Of(story, agreement).Clocks);

    private static TicketOutcomes Of(Story story, Agreement? agreement = null) => TicketOutcomes.Of(TicketAssessment.Of(
        story.Events, [], new AgreementBook([new AgreementHistory([agreement ?? Promising(Within(Metric.Resolution, "4"))])]), Now)!);
}
