using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tests.Clocks;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Escalations;

/// <summary>Nine open hours from Monday, 14:00: half at 09:30 on Tuesday, due at 14:00.</summary>
public sealed class ScheduledStepTests
{
    private static readonly Target Resolution = Within(Metric.Resolution, "9");
    private static readonly EscalationPolicy Policy =
        new(Condition.Always, [Step(new StepMoment.ShareOfBudget(50)), Step(new StepMoment.Due())], null);
    private static readonly HashSet<StepId> NothingFired = [];

    [Fact]
    public void Number_IsThePlaceInThePolicy() =>
        Assert.Equal([1, 2], Steps(new Story().Created("03-02 14:00"), Policy).Select(step => step.Number));

    [Fact]
    public void IsWarning_OfAShareOfTheBudget_AndOfNothingElse() =>
        Assert.Equal([true, false], Steps(new Story().Created("03-02 14:00"), Policy).Select(step => step.IsWarning));

    [Fact]
    public void Pending_EndsLaterThanNow_IsWhatCameUntilThen()
    {
        var clocks = new Story().Created("03-02 14:00").Resolved("03-03 13:00").Clocks(Agreement(Policy));

        Assert.Equal(
            ["Resolution/1/32400s/50%"],
            EscalationSchedule.Pending(clocks, NothingFired, At("03-03 10:00")).Select(step => step.Id.ToString()));
        Assert.Empty(EscalationSchedule.Pending(clocks, NothingFired, At("03-03 13:00")));
    }

    [Fact]
    public void Pending_TwoThatWaitForTheSameOpening_AreInTheOrderOfTheirMoments()
    {
        var late = new[] { 7, 5, 6 }.Select(hours => Step(new StepMoment.ElapsedAfterDue(Duration.FromHours(hours))));
        var policy = new EscalationPolicy(Condition.Always, [.. late], null) { QuietHours = new QuietHours(Weekdays, []) };
        var pending = EscalationSchedule.Pending(
            new Story().Created("03-02 14:00").Clocks(Agreement(policy)), NothingFired, At("03-04 10:00"));

        Assert.All(pending, step => Assert.Equal(At("03-04 09:00"), step.ComesAt));
        Assert.Equal([At("03-03 19:00"), At("03-03 20:00"), At("03-03 21:00")], pending.Select(step => step.At));
    }

    [Theory]
    [InlineData(AllClearRule.Broken, "Resolution/1/32400s/due", true)]
    [InlineData(AllClearRule.Broken, "Resolution/1/32400s/50%", false)]
    [InlineData(AllClearRule.Always, "Resolution/1/32400s/50%", true)]
    [InlineData(AllClearRule.Never, "Resolution/1/32400s/due", false)]
    [InlineData(AllClearRule.Always, "Resolution/1/32400s", false)]
    [InlineData(AllClearRule.Always, "Resolution/1/32400s-due", false)]
    [InlineData(AllClearRule.Always, "Resolution/1/32400s5/due", false)]
    [InlineData(AllClearRule.Always, "Resolution/2/32400s/due", false)]
    public void TakesBack_StepOfItsClock_ByTheRule(AllClearRule rule, string stepId, bool expected) =>
        Assert.Equal(expected, Kept(rule).TakesBack(new StepId(stepId)));

    [Theory]
    [InlineData(AllClearRule.Always, new[] { "Resolution/1/32400s/50%", "Resolution/1/32400s/due" })]
    [InlineData(AllClearRule.Broken, new[] { "Resolution/1/32400s/due" })]
    [InlineData(AllClearRule.Never, new string[0])]
    public void StepIds_OfAnAllClear_AreThoseThatItTakesBack(AllClearRule rule, string[] expected) =>
        Assert.Equal(expected, Kept(rule).StepIds.Select(step => step.ToString()));

    [Fact]
    public void AllClears_KeptAtTheLastInstant_AndSomethingElseWasFiredToo_ComeInOrder()
    {
        var agreement = Promising(Resolution, Within(Metric.FirstResponse, "8")) with
        {
            Escalations = [Policy with { AllClear = AllClearRule.Always }],
        };
        var clocks = new Story().Created("03-02 14:00").AgentSays("03-03 12:00").Resolved("03-03 14:00").Clocks(agreement);
        var fired = new HashSet<StepId> { new("Resolution/1/32400s/50%"), new("FirstResponse/1/28800s/50%"), new("Update/1/1s/due") };

        foreach (var order in new[] { clocks, [.. clocks.Reverse()] })
        {
            Assert.Equal(
                [("FirstResponse/1/28800s/all-clear", At("03-03 12:00")), ("Resolution/1/32400s/all-clear", At("03-03 14:00"))],
                AllClears.Pending(order, fired, At("03-03 15:00")).Select(allClear => (allClear.Id.ToString(), allClear.ComesAt)));
        }
    }

    private static AllClear Kept(AllClearRule rule) => Assert.Single(AllClears.OfKept(
        new Story().Created("03-02 14:00").Resolved("03-03 13:00").Clocks(Agreement(Policy with { AllClear = rule })), At("03-03 15:00")));

    private static IEnumerable<ScheduledStep> Steps(Story story, EscalationPolicy policy) =>
        story.Clocks(Agreement(policy)).SelectMany(EscalationSchedule.Of);

    private static Agreement Agreement(EscalationPolicy policy) => Promising(Resolution) with { Escalations = [policy] };

    private static EscalationStep Step(StepMoment at) => new(at, ["lead"], true);
}
