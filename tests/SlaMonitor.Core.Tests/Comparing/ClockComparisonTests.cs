using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Comparing;
using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Comparing;

/// <summary>Which promises come to something else under other terms, and why.</summary>
public sealed class ClockComparisonTests
{
    private static readonly Agreement Four = Promising(Within(Metric.Resolution, "4"));

    /// <summary>Seven hours of work, of which two were on hold.</summary>
    private static readonly Story Seven = new Story().Created("03-02 09:00").Status("03-02 10:00", TicketStatus.OnHold)
        .Status("03-02 12:00", TicketStatus.Open).Resolved("03-02 16:00");

    [Fact]
    public void Of_SameOutcome_IsNoChange() =>
        Assert.Empty(Compare(Seven, Four, Promising(Within(Metric.Resolution, "3"))));

    [Fact]
    public void Of_LargerBudget_IsBetterForTheBudget()
    {
        var change = Assert.Single(Compare(Seven, Four, Promising(Within(Metric.Resolution, "5"))));

        Assert.Equal((ClockState.Breached, ClockState.Met), (change.From!.State, change.To!.State));
        Assert.Equal([ChangeReason.Budget], change.Reasons);
        Assert.Equal((BusinessDuration.FromHours(4), BusinessDuration.FromHours(5)), (change.From.Budget, change.To.Budget));
        Assert.Equal((true, false), (change.IsBetter, change.IsWorse));
    }

    [Fact]
    public void Of_NoPauses_IsWorseForThePauses()
    {
        var pausing = Promising(Within(Metric.Resolution, "6"));
        var change = Assert.Single(Compare(Seven, pausing, Promising(Within(Metric.Resolution, "6", pauses: false))));

        Assert.True(change.IsWorse);
        Assert.Equal([ChangeReason.Pauses], change.Reasons);
        Assert.Equal((Duration.FromHours(2), Duration.Zero), (change.From!.Held, change.To!.Held));
    }

    /// <summary>That other hours count another part of a pause is not another pause.</summary>
    [Fact]
    public void Of_OtherHours_IsBetterForTheHoursAlone()
    {
        var mornings = BusinessCalendar.Compile(new CalendarDefinition
        {
            Id = "mornings",
            TimeZone = Zone.Id,
            Week = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>> { [IsoDayOfWeek.Monday] = [OpenHours.Parse("09:00-11:00")] },
        });
        var change = Assert.Single(Compare(Seven, Four, Promising(Within(Metric.Resolution, "4", calendar: mornings))));

        Assert.Equal([ChangeReason.Hours], change.Reasons);
        Assert.Equal((BusinessDuration.FromHours(7), BusinessDuration.FromHours(2)), (change.From!.Open, change.To!.Open));
        Assert.Equal((BusinessDuration.FromHours(5), BusinessDuration.FromHours(1)), (change.From.Elapsed, change.To.Elapsed));
    }

    [Fact]
    public void Of_AnotherTarget_IsSaid()
    {
        var other = Promising(Within(Metric.Resolution, "8") with { Id = "slow" });
        var change = Assert.Single(Compare(Seven, Four, other));

        Assert.Equal([ChangeReason.Target, ChangeReason.Budget], change.Reasons);
        Assert.Equal(("Resolution", "slow"), (change.From!.Target, change.To!.Target));
    }

    [Fact]
    public void Of_WhatIsPromisedOnOneSideAlone_SaysThatNothingMatches()
    {
        var response = Promising(Within(Metric.FirstResponse, "4"));
        var changes = Compare(Seven, Four, response).ToList();

        Assert.Equal(["resolution", "firstResponse"], changes.Select(change => change.Metric));
        Assert.Equal((null, true), (changes[0].To, changes[0].IsBetter));
        Assert.Null(changes[1].From);
        Assert.All(changes, change => Assert.Equal([ChangeReason.NotPromised], change.Reasons));
    }

    [Fact]
    public void Of_NoAgreement_IsTheReason()
    {
        var later = Four with { EffectiveFrom = new LocalDate(2027, 1, 1) };
        var change = Assert.Single(Compare(Seven, Four, later));

        Assert.Equal([ChangeReason.NotGoverned], change.Reasons);
        Assert.Null(change.To);
    }

    private static IEnumerable<ClockChange> Compare(Story story, Agreement from, Agreement to) =>
        ClockComparison.Of(Assess(story, from), Assess(story, to), At("03-05 09:00"));

    private static TicketAssessment Assess(Story story, Agreement agreement) =>
        TicketAssessment.Of(story.Events, [], new AgreementBook([new AgreementHistory([agreement])]), At("03-05 09:00"))!;
}
