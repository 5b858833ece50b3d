using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Escalations;

/// <summary>Nine open hours from Monday 2 March, 14:00, are used up on Tuesday at 14:00; office hours are 09:00 to 18:00.</summary>
public sealed class EscalationScheduleTests
{
    private static readonly Target Resolution = Within(Metric.Resolution, "9");
    private static readonly StepMoment Due = new StepMoment.Due();
    private static readonly StepMoment Half = new StepMoment.ShareOfBudget(50);
    private static readonly StepMoment FourHoursLate = new StepMoment.AfterDue(BusinessDuration.FromHours(4));
    private static readonly StepMoment QuarterHourLate = new StepMoment.ElapsedAfterDue(Duration.FromMinutes(15));
    private static readonly HashSet<StepId> NothingFired = [];

    [Fact]
    public void Of_RunningClock_ComesToEachStepAtItsMoment()
    {
        var story = new Story().Created("03-02 14:00");

        Assert.Equal(
            [
                ("50%", At("03-03 09:30")), ("80%", At("03-03 12:12")), ("due", At("03-03 14:00")), ("due + 4h", At("03-03 18:00")),
                ("due + 15m elapsed", At("03-03 14:15")),
            ],
            Moments(story, Escalating([Half, new StepMoment.ShareOfBudget(80), Due, FourHoursLate, QuarterHourLate])));
    }

    [Fact]
    public void Of_DueAtClosing_CountsOpenTimeAfterItOnTheNextDayAndRealTimeAtOnce()
    {
        var story = new Story().Created("03-02 09:00");

        Assert.Equal(
            [("due", At("03-02 18:00")), ("due + 4h", At("03-03 13:00")), ("due + 15m elapsed", At("03-02 18:15"))],
            Moments(story, Escalating([Due, FourHoursLate, QuarterHourLate])));
    }

    [Fact]
    public void Of_PausedBeforeHalf_ComesToNoStep() =>
        Assert.Empty(Moments(
            new Story().Created("03-02 14:00").Status("03-02 15:00", TicketStatus.Pending),
            Escalating([Half, Due, QuarterHourLate])));

    [Fact]
    public void Of_PausedAfterHalf_ComesToTheStepsBeforeThePauseOnly() =>
        Assert.Equal(
            [("50%", At("03-03 09:30"))],
            Moments(new Story().Created("03-02 14:00").Status("03-03 10:00", TicketStatus.Pending), Escalating([Half, Due])));

    [Fact]
    public void Of_PausedAfterDue_WaitsWithOpenTimeButNotWithRealTime() =>
        Assert.Equal(
            [("due", At("03-02 18:00")), ("due + 15m elapsed", At("03-02 18:15"))],
            Moments(
                new Story().Created("03-02 09:00").Status("03-03 10:00", TicketStatus.OnHold),
                Escalating([Due, FourHoursLate, QuarterHourLate])));

    [Theory]
    [InlineData("03-03 14:00", false)] // kept at the last instant
    [InlineData("03-03 14:00:01", true)]
    public void Of_Resolved_ComesToDueOnlyWhenTheEndIsStrictlyAfterIt(string resolvedAt, bool expected) =>
        Assert.Equal(expected, Moments(new Story().Created("03-02 14:00").Resolved(resolvedAt), Escalating([Due])).Any());

    [Fact]
    public void Of_PolicyForUrgentTickets_IsTakenForThoseAlone()
    {
        var agreement = Promising(Resolution) with
        {
            Escalations =
            [
                new EscalationPolicy(
                    new Condition { Priorities = [TicketPriority.Urgent] }, [new EscalationStep(Half, ["lead"], false)], null),
                new EscalationPolicy(Condition.Always, [new EscalationStep(Due, ["lead"], false)], null),
            ],
        };

        Assert.Equal("50%", Assert.Single(Moments(new Story().Created("03-02 14:00", TicketPriority.Urgent), agreement)).Name);
        Assert.Equal("due", Assert.Single(Moments(new Story().Created("03-02 14:00"), agreement)).Name);
    }

    [Fact]
    public void Of_NoPolicyForTheTicket_ComesToNoStep()
    {
        var urgentOnly = Escalating([Due], new Condition { Priorities = [TicketPriority.Urgent] });

        Assert.Empty(Moments(new Story().Created("03-02 14:00"), urgentOnly));
        Assert.Empty(Moments(new Story().Created("03-02 14:00"), Promising(Resolution)));
    }

    [Fact]
    public void Pending_ClockEndedAfterTheWarning_WantsNoWarningAnyMore()
    {
        var story = new Story().Created("03-02 14:00").Resolved("03-03 11:00");

        Assert.Equal("50%", Assert.Single(Moments(story, Escalating([Half]))).Name);
        Assert.Empty(Pending(story, Escalating([Half]), At("03-03 11:00")));
    }

    [Theory]
    [InlineData("03-04 14:00", true)]
    [InlineData("03-04 14:00:01", false)]
    public void Pending_BreachSettledSince_IsToldForADayAfterItsMoment(string now, bool expected)
    {
        var story = new Story().Created("03-02 14:00").Resolved("03-03 15:00");

        Assert.Equal(expected, Pending(story, Escalating([Due]), At(now)).Count == 1);
    }

    [Fact]
    public void Pending_BreachOfATicketThatIsGone_IsNotTold() =>
        Assert.Empty(Pending(new Story().Created("03-02 14:00").Deleted("03-03 15:00"), Escalating([Due]), At("03-03 15:00")));

    [Fact]
    public void Pending_BreachNotSettled_IsToldHoweverLate() =>
        Assert.Single(Pending(new Story().Created("03-02 14:00"), Escalating([Due]), At("06-02 14:00")));

    [Fact]
    public void Pending_Fired_DoesNotComeAgain()
    {
        var agreement = Escalating([Half, Due]);
        var clocks = new Story().Created("03-02 14:00").Clocks(agreement);
        var first = EscalationSchedule.Pending(clocks, NothingFired, At("03-03 10:00"))[0];

        Assert.Equal(["due"], Names(EscalationSchedule.Pending(clocks, new HashSet<StepId> { first.Id }, At("03-03 10:00"))));
    }

    [Fact]
    public void Pending_BudgetChanged_ArmsTheStepsAnew()
    {
        var agreement = UrgentWithin("2");
        var fired = Ids(new Story().Created("03-02 09:00"), agreement);

        var raised = new Story().Created("03-02 09:00").Priority("03-02 10:00", TicketPriority.Urgent);
        Assert.Equal(["50%", "due"], Names(EscalationSchedule.Pending(raised.Clocks(agreement), fired, At("03-02 10:00"))));
    }

    [Fact]
    public void Pending_PriorityFlaps_DoesNotArmThemAnew()
    {
        var agreement = UrgentWithin("2");
        var fired = Ids(new Story().Created("03-02 09:00", TicketPriority.Urgent), agreement);

        var flapping = new Story().Created("03-02 09:00", TicketPriority.Urgent)
            .Priority("03-02 09:30", TicketPriority.Normal).Priority("03-02 10:00", TicketPriority.Urgent);
        Assert.Empty(EscalationSchedule.Pending(flapping.Clocks(agreement), fired, At("03-02 10:00")));
    }

    [Fact]
    public void Pending_PriorityChangedWithinTheSameTarget_DoesNotArmThemAnew()
    {
        var agreement = UrgentWithin("2");
        var fired = Ids(new Story().Created("03-02 09:00"), agreement);

        var lowered = new Story().Created("03-02 09:00").Priority("03-02 10:00", TicketPriority.Low);
        Assert.Empty(EscalationSchedule.Pending(lowered.Clocks(agreement), fired, At("03-02 10:00")));
    }

    [Fact]
    public void Pending_Reopened_IsTheSameClockAndFiresNothingTwice()
    {
        var agreement = Escalating([Half]);
        var fired = Ids(new Story().Created("03-02 09:00"), agreement);

        var reopened = new Story().Created("03-02 09:00").Resolved("03-02 16:00").Reopened("03-03 09:00");
        Assert.Empty(EscalationSchedule.Pending(reopened.Clocks(agreement), fired, At("03-03 10:00")));
        Assert.Single(
            EscalationSchedule.Pending(reopened.Clocks(agreement with { OnReopen = ReopenRule.Restart }), fired, At("03-03 10:00")));
    }

    [Fact]
    public void Pending_StepsAtTheSameMoment_ComeByClockAndThenInFileOrder()
    {
        var response = Within(Metric.FirstResponse, "9");
        var agreement = Escalating([QuarterHourLate, Due, new StepMoment.ShareOfBudget(99)]) with { Targets = [Resolution, response] };

        var pending = Pending(new Story().Created("03-02 14:00"), agreement, At("03-02 14:00"));
        Assert.Equal(
            [
                "FirstResponse 99%", "Resolution 99%", "FirstResponse due", "Resolution due", "FirstResponse due + 15m elapsed",
                "Resolution due + 15m elapsed",
            ],
            pending.Select(step => $"{step.Clock.Target.Id} {step.Step.At.Name}"));
    }

    private static Agreement Escalating(StepMoment[] moments, Condition? when = null) => Promising(Resolution) with
    {
        Escalations = [new EscalationPolicy(
            when ?? Condition.Always, [.. moments.Select(moment => new EscalationStep(moment, ["lead"], false))], null)],
    };

    [Fact]
    public void Pending_OfATicketOlderThanItsHelpdeskIsHeard_HasNoStepOfBefore()
    {
        var story = new Story().Status("03-03 13:00", TicketStatus.Open);
        var old = story.Events[0] with { Change = story.Events[0].Change with { CreatedAt = At("03-02 14:00") } };
        var created = new Story().Created("03-02 14:00").Events[0] with { Id = "late" };
        var book = new AgreementBook([new AgreementHistory([Escalating([Half, Due])])]);

        Assert.Equal(["50%", "due"], Names(Assess([old], null)!.Pending));
        Assert.Equal(["due"], Names(Assess([old], At("03-03 13:00"))!.Pending));
        Assert.Equal((Instant?)At("03-03 13:00"), Assess([old], At("03-03 13:00"))!.HeardSince);
        Assert.Equal(["50%", "due"], Names(Assess([created, old], At("03-03 13:00"))!.Pending));
        Assert.Null(Assess([created, old], At("03-03 13:00"))!.HeardSince);

        TicketAssessment? Assess(IReadOnlyList<TicketEvent> log, Instant? heardSince) =>
            TicketAssessment.Of(log, NothingFired, book, At("03-03 13:30"), heardSince: heardSince);
    }

    private static Agreement UrgentWithin(string hours) => Escalating([Half, Due]) with
    {
        Targets =
        [
            Within(Metric.Resolution, hours) with { Id = "urgent", When = new Condition { Priorities = [TicketPriority.Urgent] } },
            Resolution,
        ],
    };

    private static IEnumerable<(string Name, Instant At)> Moments(Story story, Agreement agreement) =>
        story.Clocks(agreement).SelectMany(EscalationSchedule.Of).Select(step => (step.Step.At.Name, step.At));

    private static IReadOnlyList<ScheduledStep> Pending(Story story, Agreement agreement, Instant now) =>
        EscalationSchedule.Pending(story.Clocks(agreement), NothingFired, now);

    private static HashSet<StepId> Ids(Story story, Agreement agreement) =>
        [.. story.Clocks(agreement).SelectMany(EscalationSchedule.Of).Select(step => step.Id)];

    private static IEnumerable<string> Names(IEnumerable<ScheduledStep> steps) => steps.Select(step => step.Step.At.Name);
}
