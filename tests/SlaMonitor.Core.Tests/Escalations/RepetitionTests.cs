using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Escalations;

/// <summary>
/// Nine open hours from Monday, 14:00: half at 09:30 on Tuesday, due at 14:00. Steps are told again every half hour, at most three times.
/// </summary>
public sealed class RepetitionTests
{
    private const string ClockId = "Resolution/1/32400s";

    private static readonly Target Resolution = Within(Metric.Resolution, "9");
    private static readonly StepMoment Due = new StepMoment.Due();
    private static readonly StepMoment Warning = new StepMoment.ShareOfBudget(95); // 13:33
    private static readonly StepRepeat HalfHourly = new(Duration.FromMinutes(30), 3);

    [Fact]
    public void Of_RepeatedStep_ComesAgainAfterSoLong_EachTimeWithAnIdOfItsOwn()
    {
        var steps = Steps(Opened, Policy(Due));

        Assert.Equal(
            [$"{ClockId}/due", $"{ClockId}/due#1", $"{ClockId}/due#2", $"{ClockId}/due#3"], steps.Select(step => step.Id.ToString()));
        Assert.Equal(
            [At("03-03 14:00"), At("03-03 14:30"), At("03-03 15:00"), At("03-03 15:30")], steps.Select(step => step.ComesAt));
        Assert.Equal([0, 1, 2, 3], steps.Select(step => step.Repetition));
        Assert.All(steps, step => Assert.Equal(1, step.Number));
    }

    [Theory]
    [InlineData("03-03 14:10", "due")] // nobody else need be told of it
    [InlineData("03-03 14:30", "due")] // taken at the very moment
    [InlineData("03-03 14:31", "due due#1")]
    [InlineData("03-03 15:40", "due due#1 due#2 due#3")]
    public void Of_TakenInBetween_IsNotToldAgain_AlsoWhenThatHasExpired(string taken, string names) =>
        Assert.Equal(names, Names(Steps(Opened, Policy(Due), (taken, "03-03 14:40"))));

    [Fact]
    public void Of_TakenBefore_ComesWhenThatExpires_AndThenAgain() =>
        Assert.Equal(
            [At("03-03 17:00"), At("03-03 17:30"), At("03-03 18:00"), At("03-03 18:30")],
            Steps(Opened, Policy(Due), ("03-03 13:00", "03-03 17:00")).Select(step => step.ComesAt));

    [Fact]
    public void Of_TakenBefore_StepThatComesInAnyCase_ComesOnce() =>
        Assert.Equal("due", Names(Steps(Opened, Policy(Due, unlessAcknowledged: false), ("03-03 13:00", "03-03 17:00"))));

    [Fact]
    public void Of_ClockThatHasEnded_IsNotToldAgain() =>
        Assert.Equal("due due#1", Names(Steps(Opened.Resolved("03-03 15:00"), Policy(Due))));

    [Fact]
    public void Of_Warning_IsNotToldAgainWhenThePromiseIsDue()
    {
        Assert.Equal("95%", Names(Steps(Opened, Policy(Warning))));
        Assert.Equal("95% 95%#1 95%#2", Names(Steps(Opened, Policy(Warning, new StepRepeat(Duration.FromMinutes(10), 3)))));
        Assert.All(Steps(Opened, Policy(Warning, new StepRepeat(Duration.FromMinutes(10), 3))), step => Assert.True(step.IsWarning));
    }

    [Fact]
    public void Of_Warning_WhileTheClockIsHeld_IsNotToldAgain() =>
        Assert.Equal(
            "95%",
            Names(Steps(
                Opened.Status("03-03 13:34", TicketStatus.Pending), Policy(Warning, new StepRepeat(Duration.FromMinutes(10), 3)))));

    [Fact]
    public void Of_InQuietHours_GoesOnFromTheOpening()
    {
        var late = new StepMoment.ElapsedAfterDue(Duration.FromMinutes(225)); // 17:45
        var steps = Steps(Opened, Policy(late) with { QuietHours = new QuietHours(Weekdays, []) });

        Assert.Equal(
            [At("03-03 17:45"), At("03-04 09:00"), At("03-04 09:30"), At("03-04 10:00")], steps.Select(step => step.ComesAt));
        Assert.Equal([StepWait.None, StepWait.QuietHours, StepWait.None, StepWait.None], steps.Select(step => step.WaitsFor));
    }

    [Fact]
    public void Pending_AfterTheClockHasEnded_TellsTheBreachAndNothingAgain() =>
        Assert.Equal(
            "due",
            Names(EscalationSchedule.Pending(
                Opened.Resolved("03-03 15:00").Clocks(Agreed(Policy(Due))), new HashSet<StepId>(), At("03-03 16:00"))));

    [Fact]
    public void Pending_OfWhatWasFired_IsTheRest() =>
        Assert.Equal(
            "due#2 due#3",
            Names(EscalationSchedule.Pending(
                Opened.Clocks(Agreed(Policy(Due))),
                new HashSet<StepId> { new($"{ClockId}/due"), new($"{ClockId}/due#1") },
                At("03-03 14:31"))));

    [Fact]
    public void Of_RepetitionThatWaitsForAMail_GoesAlong_UnlessSomebodyTakesItMeanwhile()
    {
        var waiting = new WaitingStep(new StepId($"{ClockId}/due#1"), At("03-03 14:31"), At("03-03 14:45"), []);

        var waits = EscalationSchedule.Of(Assert.Single(Opened.Clocks(Agreed(Policy(Due)))), [waiting]).ElementAt(1);
        Assert.Equal((At("03-03 14:45"), StepWait.NextMail, true), (waits.ComesAt, waits.WaitsFor, waits.MayBeTold(At("03-03 14:40"))));

        var taken = Taken(Opened, ("03-03 14:40", "03-03 18:40"));
        Assert.Equal("due", Names(EscalationSchedule.Of(Assert.Single(taken.Clocks(Agreed(Policy(Due)))), [waiting])));
    }

    [Theory]
    [InlineData(AllClearRule.Broken, "due#2", true)]
    [InlineData(AllClearRule.Broken, "50%#2", false)]
    [InlineData(AllClearRule.Always, "50%#2", true)]
    public void AllClear_OfARepetition_IsThatOfItsStep(AllClearRule rule, string told, bool takesBack)
    {
        var policy = Policy(Due) with { AllClear = rule };
        var clocks = Opened.Resolved("03-03 13:00").Clocks(Agreed(policy));

        var allClear = AllClears.OfKept(clocks, At("03-03 15:00")).Single();

        Assert.Equal(takesBack, allClear.TakesBack(new StepId($"{ClockId}/{told}")));
        Assert.Equal(["due", "due#1", "due#2", "due#3"], allClear.StepIds.Select(step => step.Name));
    }

    /// <summary>States are stored with these ids: another version of the program has to come to the same.</summary>
    [Fact]
    public void Id_OfAStepOfBefore_IsAsItWas()
    {
        StepMoment[] moments =
        [
            new StepMoment.ShareOfBudget(50), Due, new StepMoment.AfterDue(Core.Calendars.BusinessDuration.FromHours(4)),
            new StepMoment.ElapsedAfterDue(Duration.FromMinutes(15)),
        ];

        Assert.Equal(["50%", "due", "due + 4h", "due + 15m elapsed"], moments.Select(moment => StepName.Of(moment, 0)));
        Assert.All(moments, moment => Assert.Equal((moment.Name, 0), StepName.Parse(moment.Name)));
        Assert.All(moments, moment => Assert.Equal((moment.Name, 7), StepName.Parse(StepName.Of(moment, 7))));
        Assert.Equal(("all-clear", 0), StepName.Parse(AllClear.Moment));
        Assert.Equal([true, false, false, false], moments.Select(moment => StepMoment.IsWarning(StepName.Of(moment, 3))));
    }

    /// <summary>Whatever happens, told again is told late enough, in time, and not once more than was agreed.</summary>
    [Fact]
    public void Of_AnyAcknowledgementAndEnd_KeepsTheRule() =>
        Gen.Select(Gen.Int[1, 240], Gen.Int[1, 8], Gen.Int[-300, 900].Array[0, 2], Gen.Int[30, 300], Gen.Int[0, 1200], Gen.Bool).Sample(
            (every, times, takings, held, end, quiet) =>
            {
                var due = At("03-03 14:00");
                var story = new Story().Created("03-02 14:00");
                foreach (var taking in takings.Order())
                    story = Taken(story, due + Duration.FromMinutes(taking), due + Duration.FromMinutes(taking + held));
                if (end > 600) story = Resolved(story, due + Duration.FromMinutes(end));
                var policy = Policy(Due, new StepRepeat(Duration.FromMinutes(every), times)) with
                {
                    QuietHours = quiet ? new QuietHours(Weekdays, []) : null,
                };
                var clock = Assert.Single(story.Clocks(Agreed(policy)));
                var steps = EscalationSchedule.Of(clock).ToList();

                Assert.InRange(steps.Count, 0, times + 1);
                Assert.Equal(Enumerable.Range(0, steps.Count), steps.Select(step => step.Repetition));
                foreach (var (before, after) in steps.Zip(steps.Skip(1)))
                {
                    Assert.Equal(before.ReadyAt + Duration.FromMinutes(every), after.At);
                    Assert.True(after.At < (clock.EndedAt ?? Instant.MaxValue));
                    Assert.True(!quiet || Weekdays.IsOpen(after.ComesAt));
                    Assert.DoesNotContain(
                        clock.Ticket.Acknowledgements, taken => taken.At <= after.ComesAt && taken.Until > steps[0].ReadyAt);
                }
            },
            iter: 500);

    private static Story Opened => new Story().Created("03-02 14:00");

    private static Agreement Agreed(EscalationPolicy policy) => Promising(Resolution) with { Escalations = [policy] };

    private static EscalationPolicy Policy(StepMoment at, StepRepeat? repeat = null, bool unlessAcknowledged = true) =>
        new(Condition.Always, [new EscalationStep(at, ["lead"], unlessAcknowledged) { Repeat = repeat ?? HalfHourly }], null);

    private static string Names(IEnumerable<ScheduledStep> steps) => string.Join(' ', steps.Select(step => step.Name));

    private static List<ScheduledStep> Steps(Story story, EscalationPolicy policy, params (string From, string Until)[] taken) =>
        [.. EscalationSchedule.Of(Assert.Single(Taken(story, taken).Clocks(Agreed(policy))))];

    private static Story Taken(Story story, params (string From, string Until)[] taken) =>
        taken.Aggregate(story, (told, one) => Taken(told, At(one.From), At(one.Until)));

    private static Story Taken(Story story, Instant from, Instant until) => story.Add(
        TicketEventType.Acknowledged,
        Wall(from),
        new TicketChange { Acknowledgement = new Acknowledgement(new ClockId(ClockId), "anna", from, until) });

    private static Story Resolved(Story story, Instant at) => story.Resolved(Wall(at));

    private static string Wall(Instant at) =>
        at.InZone(Zone).ToString("MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
