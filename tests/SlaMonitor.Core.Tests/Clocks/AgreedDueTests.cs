using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tests.Tickets;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>A due time that was agreed for one ticket: when it counts, what it moves, and that both due times stay known.</summary>
public sealed class AgreedDueTests
{
    private static readonly Target Allowing = Within(Metric.Resolution, "9") with { AllowsAgreedDue = true };

    [Fact]
    public void DueAt_AgreedInTime_IsTheAgreedOneAndTheComputedOneStaysKnown()
    {
        var clock = Agreed(Opened(), "03-02 10:00", "03-04 12:00").Clock(Allowing);

        Assert.Equal((At("03-04 12:00"), At("03-02 18:00")), (clock.DueAt, clock.ComputedDueAt));
        Assert.Equal(ClockState.Running, clock.StateAt(At("03-03 09:00")));
        Assert.Equal(ClockState.Breached, clock.ComputedStateAt(At("03-03 09:00")));
        Assert.Equal(ClockState.Breached, clock.StateAt(At("03-04 12:00:01")));
        Assert.Equal(BusinessDuration.FromHours(12), clock.RemainingAt(At("03-03 09:00")));
        Assert.Equal(BusinessDuration.FromHours(-1), clock.RemainingAt(At("03-04 13:00")));
    }

    [Fact]
    public void Id_OfAnAgreedDueTime_IsThatOfAnotherPromise()
    {
        Assert.Equal("Resolution/1/32400s", Opened().Clock(Allowing).Id.ToString());
        var id = Agreed(Opened(), "03-02 10:00", "03-04 12:00").Clock(Allowing).Id;

        Assert.Equal($"Resolution/1/due{At("03-04 12:00").ToUnixTimeSeconds()}", id.ToString());
        Assert.Equal(("Resolution", 1), id.Parts);
    }

    [Fact]
    public void DueAt_AgreedAfterItWasDue_DoesNotCount()
    {
        var clock = Agreed(Opened(), "03-03 09:00", "03-04 12:00").Clock(Allowing);

        Assert.Equal((At("03-02 18:00"), null), (clock.DueAt, clock.AgreedDue));
        Assert.Equal(ClockState.Breached, clock.StateAt(At("03-03 10:00")));
        Assert.Contains(
            "Agreed on Tue 2026-03-03 09:00:00 by boss@example.com: due Wed 2026-03-04 12:00:00, the part is on its way. "
            + "It does not count: the clock was due before that was agreed.",
            Text(clock, "03-03 10:00"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void DueAt_AgreedTwice_IsTheLast_AndOfAnotherMetricNone()
    {
        var story = Agreed(Agreed(Opened(), "03-02 10:00", "03-04 12:00"), "03-03 10:00", "03-03 12:00");

        Assert.Equal(At("03-03 12:00"), story.Clock(Allowing).DueAt);
        Assert.Equal(At("03-03 12:00"), Agreed(story, "03-03 11:00", "03-06 12:00", "update").Clock(Allowing).DueAt);
        Assert.Equal(At("03-02 18:00"), Agreed(Opened(), "03-02 10:00", "03-02 09:30").Clock(Allowing).DueAt);
    }

    [Fact]
    public void HeldClock_WithAnAgreedDueTime_IsDueAllTheSame()
    {
        var clock = Agreed(Opened().Status("03-02 09:30", TicketStatus.Pending), "03-02 10:00", "03-03 12:00").Clock(Allowing);

        Assert.Equal((At("03-03 12:00"), null), (clock.DueAt, clock.ComputedDueAt));
        Assert.Equal(ClockState.Paused, clock.StateAt(At("03-03 12:00")));
        Assert.Equal(ClockState.Breached, clock.StateAt(At("03-03 13:00")));
        Assert.Equal(ClockState.Paused, clock.ComputedStateAt(At("03-03 13:00")));
        Assert.Contains(
            "it is due Tue 2026-03-03 12:00:00, whether or not it goes on before.", Text(clock, "03-03 10:00"), StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_OfAnAgreedDueTime_StandAtSharesOfTheTimeUntilThen()
    {
        var agreement = Promising(Allowing) with
        {
            Escalations = [new EscalationPolicy(
                Condition.Always,
                [
                    new(new StepMoment.ShareOfBudget(50), ["lead"], false),
                    new(new StepMoment.Due(), ["lead"], false),
                    new(new StepMoment.AfterDue(BusinessDuration.FromHours(1)), ["lead"], false),
                ],
                null)],
        };
        var clock = Assert.Single(Agreed(Opened(), "03-02 10:00", "03-03 18:00").Clocks(agreement));

        Assert.Equal(
            [At("03-02 18:00"), At("03-03 18:00"), At("03-04 10:00")], EscalationSchedule.Of(clock).Select(step => step.At));
    }

    [Fact]
    public void Steps_OfAClockThatEndedBeforeItsAgreedDueTime_StandWhereTheyStoodWhileItRan()
    {
        var agreement = Promising(Allowing) with
        {
            Escalations = [new EscalationPolicy(Condition.Always, [new(new StepMoment.ShareOfBudget(80), ["lead"], false)], null)],
        };
        var running = Assert.Single(Agreed(Opened(), "03-02 10:00", "03-03 10:00").Clocks(agreement));
        var ended = Assert.Single(Agreed(Opened(), "03-02 10:00", "03-03 10:00").Resolved("03-02 15:00").Clocks(agreement));

        Assert.Equal((At("03-02 17:00"), At("03-02 17:00")), (running.WhenShareElapsed(80), ended.WhenShareElapsed(80)));
        Assert.Equal(At("03-02 17:00"), Assert.Single(EscalationSchedule.Of(running)).At);
        Assert.Empty(EscalationSchedule.Of(ended));
    }

    [Fact]
    public void Explanation_AgreedDueTime_SaysWhoAgreedWhyAndWhatHoldsWithoutIt() => Assert.Contains(
        "It is due Wed 2026-03-04 12:00:00; 12h are left.\n"
        + "Agreed on Mon 2026-03-02 10:00:00 by boss@example.com: due Wed 2026-03-04 12:00:00, the part is on its way. "
        + "Without that, it would be due Mon 2026-03-02 18:00:00, and breached.\n",
        Text(Agreed(Opened(), "03-02 10:00", "03-04 12:00").Clock(Allowing), "03-03 09:00"),
        StringComparison.Ordinal);

    [Fact]
    public void Explanation_TargetThatDoesNotAllowIt_SaysSo() => Assert.Contains(
        "It does not count: the target has no 'agreedDue: true'.",
        Text(Agreed(Opened(), "03-02 10:00", "03-04 12:00").Clock(Allowing with { AllowsAgreedDue = false }), "03-03 09:00"),
        StringComparison.Ordinal);

    /// <summary>What is agreed moves a due time and nothing else, in any arrival order, and never after it has passed.</summary>
    [Fact]
    public void Clocks_AnyHistoryWithAgreements_DifferInWhatIsDueAlone() =>
        Gen.Select(Histories.Any, Gen.Int[0, 400], Gen.Int[1, 400], Gen.Int[0, int.MaxValue]).Sample((history, at, length, seed) =>
        {
            var agreedAt = At("03-02 08:00") + Duration.FromMinutes(15 * at);
            var agreed = history[0] with
            {
                Id = "agreed",
                Type = TicketEventType.DueAgreed,
                Time = agreedAt,
                Change = new TicketChange
                {
                    AgreedDue = new AgreedDue("resolution", agreedAt + Duration.FromMinutes(15 * length), "why", "who"),
                },
            };
            TicketEvent[] events = [.. history, agreed];
            if (Ticket.Fold(events) is not { } ticket) return;

            var agreement = Promising(Allowing);
            foreach (var clock in ClockSet.Of(ticket, _ => agreement))
            {
                if (clock.AgreedDue is null) Assert.Equal(clock.ComputedDueAt, clock.DueAt);
                else Assert.False(clock.ComputedDueAt < agreedAt);
            }

            new Random(seed).Shuffle(events);
            Assert.Equal(
                ClockSet.Of(ticket, _ => agreement).Select(clock => (clock.Id, clock.DueAt)),
                ClockSet.Of(Ticket.Fold(events)!, _ => agreement).Select(clock => (clock.Id, clock.DueAt)));
        });

    [Fact]
    public void Field_FirstToldAndRepeated_AgreesNothing_AndAChangeAgreesInAnyOrder()
    {
        var told = Told(Told(Told(Opened(), "03-02 09:10", "03-03 18:00"), "03-02 09:20", "03-03 18:00"), "03-02 09:30", null);
        Assert.Equal(At("03-02 18:00"), told.Clock(Allowing).DueAt);

        var changed = Told(Told(told, "03-02 10:00", "03-04 12:00"), "03-02 11:00", "03-04 12:00");
        Assert.Equal((At("03-04 12:00"), At("03-02 10:00")), (changed.Clock(Allowing).DueAt, changed.Clock(Allowing).AgreedDue!.From));
        Assert.Equal(At("03-04 12:00"), Told(changed, "03-02 12:00", null).Clock(Allowing).DueAt);
        Assert.Equal(At("03-04 12:00"), Told(changed, "03-02 09:40", "03-04 12:00").Clock(Allowing).DueAt);
    }

    [Fact]
    public void Field_OfAnotherMetric_AgreesNothing() => Assert.Equal(
        At("03-02 18:00"),
        Told(Told(Opened(), "03-02 09:10", null, "update"), "03-02 10:00", "03-04 12:00", "update").Clock(Allowing).DueAt);

    [Fact]
    public void DueAt_AgreedForATimeThatHadPassed_DoesNotCount() => Assert.Contains(
        "It does not count: that was past when it was agreed.",
        Text(Agreed(Opened(), "03-02 10:00", "03-02 09:30").Clock(Allowing), "03-02 11:00"),
        StringComparison.Ordinal);

    private static Story Told(Story story, string at, string? due, string metric = "resolution") => story.Add(
        TicketEventType.Updated,
        at,
        new TicketChange { DuesTold = [new DueTold(metric, due is null ? null : At(due), "due_at of acme", "anna@example.com")] });

    private static Story Opened() => new Story().Created("03-02 09:00");

    private static Story Agreed(Story story, string at, string due, string metric = "resolution") => story.Add(
        TicketEventType.DueAgreed,
        at,
        new TicketChange { AgreedDue = new AgreedDue(metric, At(due), "the part is on its way", "boss@example.com") });

    private static string Text(Clock clock, string at) => ExplanationText.Of(ClockExplanation.Of(clock, At(at))).ReplaceLineEndings("\n");
}
