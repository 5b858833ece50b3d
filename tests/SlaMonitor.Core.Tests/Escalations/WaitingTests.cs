using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Escalations;

/// <summary>
/// Nine open hours from Monday, 14:00: half at 09:30 on Tuesday, due at 14:00, and five hours of real time later,
/// at 19:00, nobody is there.
/// </summary>
public sealed class WaitingTests
{
    private static readonly Target Resolution = Within(Metric.Resolution, "9");
    private static readonly StepMoment Due = new StepMoment.Due();
    private static readonly StepMoment FiveHoursLate = new StepMoment.ElapsedAfterDue(Duration.FromHours(5)); // 19:00, after closing

    [Theory]
    [InlineData("03-03 13:59", "03-03 17:59", "03-03 17:59")]
    [InlineData("03-03 14:00", "03-03 18:00", "03-03 18:00")] // taken at the very moment
    [InlineData("03-03 14:01", "03-03 18:01", "03-03 14:00")] // taken when the step had come
    [InlineData("03-03 09:00", "03-03 14:00", "03-03 14:00")] // expired at the very moment
    public void Taken_StepWithin_ComesWhenTheAcknowledgementExpires(string from, string until, string comes) =>
        Assert.Equal(At(comes), Only(new Story().Created("03-02 14:00"), Policy(Due), (from, until)).ComesAt);

    [Fact]
    public void Taken_TwiceInARow_ComesWhenTheLastExpires() =>
        Assert.Equal(
            At("03-03 20:00"),
            Only(new Story().Created("03-02 14:00"), Policy(Due), ("03-03 13:00", "03-03 17:00"), ("03-03 17:00", "03-03 20:00")).ComesAt);

    [Theory]
    [InlineData("03-03 17:00", false)] // settled by whoever had it
    [InlineData("03-03 18:00", false)]
    [InlineData("03-03 18:01", true)]
    public void Taken_AndSettled_ComesOnlyWhereTheEndIsAfterTheExpiry(string resolved, bool comes) =>
        Assert.Equal(
            comes,
            Steps(new Story().Created("03-02 14:00").Resolved(resolved), Policy(Due), ("03-03 14:00", "03-03 18:00")).Any());

    [Fact]
    public void Taken_StepThatComesInAnyCase_ComesAtItsMoment() => Assert.Equal(
        StepWait.None,
        Only(
            new Story().Created("03-02 14:00"),
            new EscalationPolicy(Condition.Always, [new EscalationStep(Due, ["lead"], false)], null),
            ("03-03 13:00", "03-03 17:00")).WaitsFor);

    [Fact]
    public void Taken_UnderAnotherBudget_HoldsNothing() => Assert.Equal(
        At("03-03 14:00"),
        Only(new Story().Created("03-02 14:00"), Policy(Due), clock: "Resolution/1/7200s", ("03-03 13:00", "03-03 17:00")).ComesAt);

    [Fact]
    public void QuietHours_StepInTheNight_ComesAtTheOpening_UnlessItIsExcepted()
    {
        var step = Only(new Story().Created("03-02 14:00"), Policy(FiveHoursLate) with { QuietHours = new QuietHours(Weekdays, []) });
        Assert.Equal((At("03-03 19:00"), At("03-04 09:00"), StepWait.QuietHours), (step.At, step.ComesAt, step.WaitsFor));

        var excepted = Only(
            new Story().Created("03-02 14:00"),
            Policy(FiveHoursLate) with { QuietHours = new QuietHours(Weekdays, [FiveHoursLate.Name]) });
        Assert.Equal((At("03-03 19:00"), StepWait.None), (excepted.ComesAt, excepted.WaitsFor));
    }

    [Fact]
    public void QuietHours_TakenMeanwhileAndSettled_NeverComes() => Assert.Empty(Steps(
        new Story().Created("03-02 14:00").Resolved("03-03 23:30"),
        Policy(FiveHoursLate) with { QuietHours = new QuietHours(Weekdays, []) },
        ("03-03 22:00", "03-04 02:00")));

    [Fact]
    public void QuietHours_AcknowledgementExpiresAtNight_ComesAtTheOpening() => Assert.Equal(
        At("03-04 09:00"),
        Only(
            new Story().Created("03-02 14:00"),
            Policy(Due) with { QuietHours = new QuietHours(Weekdays, []) },
            ("03-03 13:50", "03-03 18:30")).ComesAt);

    [Fact]
    public void QuietHours_BreachSettledOverALongWeekend_IsStillToldAtTheOpening()
    {
        // Due on Friday at 14:00; the step of 19:00 waits for Monday.
        var story = new Story().Created("03-05 14:00").Resolved("03-06 20:00");
        var agreement = Promising(Resolution) with
        {
            Escalations = [Policy(FiveHoursLate) with { QuietHours = new QuietHours(Weekdays, []) }],
        };

        Assert.Equal(
            At("03-09 09:00"),
            Assert.Single(EscalationSchedule.Pending(story.Clocks(agreement), new HashSet<StepId>(), At("03-09 09:01"))).ComesAt);
    }

    [Theory]
    [InlineData(AllClearRule.Broken, "due", true)]
    [InlineData(AllClearRule.Broken, "50%", false)]
    [InlineData(AllClearRule.Always, "50%", true)]
    [InlineData(AllClearRule.Never, "due", false)]
    public void AllClear_KeptAfterAll_ByTheRule(AllClearRule rule, string told, bool expected)
    {
        var clocks = new Story()
            .Created("03-02 14:00")
            .Resolved("03-03 13:00")
            .Clocks(Promising(Resolution) with { Escalations = [Policy(Due) with { AllClear = rule }] });
        var fired = new HashSet<StepId> { new($"Resolution/1/32400s/{told}") };

        Assert.Equal(expected, AllClears.Pending(clocks, fired, At("03-03 15:00")).Any());
        Assert.Empty(AllClears.Pending(clocks, fired.Append(new StepId("Resolution/1/32400s/all-clear")).ToHashSet(), At("03-03 15:00")));
    }

    [Fact]
    public void AllClear_KeptLate_IsNone() => Assert.Empty(AllClears.Pending(
        new Story().Created("03-02 14:00").Resolved("03-03 14:01").Clocks(Promising(Resolution) with { Escalations = [Policy(Due)] }),
        new HashSet<StepId> { new("Resolution/1/32400s/due") }, At("03-03 15:00")));

    [Fact]
    public void AllClear_NewsInTheNight_WaitsAsTheBreachWouldHave()
    {
        var clocks = new Story().Created("03-02 14:00").Resolved("03-03 13:00");
        var fired = new HashSet<StepId> { new("Resolution/1/32400s/due") };

        Assert.Equal(At("03-04 09:00"), Comes([]));
        Assert.Equal(At("03-03 13:00"), Comes(["due"]));

        Instant Comes(string[] except) => Assert.Single(AllClears.Pending(
            clocks.Clocks(
                Promising(Resolution) with { Escalations = [Policy(Due) with { QuietHours = new QuietHours(Weekdays, except) }] }),
            fired,
            At("03-03 22:00"))).ComesAt;
    }

    private static EscalationPolicy Policy(StepMoment at) => new(Condition.Always, [new EscalationStep(at, ["lead"], true)], null);

    private static ScheduledStep Only(Story story, EscalationPolicy policy, params (string From, string Until)[] taken) =>
        Assert.Single(Steps(story, policy, taken));

    private static ScheduledStep Only(Story story, EscalationPolicy policy, string clock, params (string From, string Until)[] taken) =>
        Assert.Single(Steps(story, policy, clock, taken));

    private static IEnumerable<ScheduledStep> Steps(Story story, EscalationPolicy policy, params (string From, string Until)[] taken) =>
        Steps(story, policy, "Resolution/1/32400s", taken);

    private static IEnumerable<ScheduledStep> Steps(Story story, EscalationPolicy policy, string clock, (string From, string Until)[] taken)
    {
        foreach (var (from, until) in taken)
            story.Add(
                TicketEventType.Acknowledged,
                from,
                new TicketChange { Acknowledgement = new Acknowledgement(new ClockId(clock), "anna", At(from), At(until)) });
        return story.Clocks(Promising(Resolution) with { Escalations = [policy] }).SelectMany(EscalationSchedule.Of);
    }
}
