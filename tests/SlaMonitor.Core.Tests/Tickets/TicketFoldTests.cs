using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Tickets;

public sealed class TicketFoldTests
{
    private static readonly Agreement Everything = Promising(
        Within(Metric.FirstResponse, "1"),
        Within(Metric.Resolution, "2") with { Id = "urgent", When = new Condition { Priorities = [TicketPriority.Urgent] } },
        Within(Metric.Resolution, "9"),
        Within(Metric.NextResponse, "2"),
        Within(Metric.Update, "3", pauses: true)) with
    {
        Escalations = [new EscalationPolicy(
            Condition.Always, [new(new StepMoment.ShareOfBudget(50), ["lead"], false), new(new StepMoment.Due(), ["lead"], false)], null)],
    };

    private static readonly Instant Later = At("03-09 12:00");

    [Fact]
    public void Fold_AnyArrivalOrderAndAnyDuplicates_GiveTheSameTicketClocksAndSteps() =>
        Gen.Select(Histories.Any, Gen.Int[0, int.MaxValue]).Sample((history, seed) =>
        {
            var shuffled = history.Concat(history.Where((_, i) => i % 2 == 0)).ToArray();
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(Portrait(history), Portrait(shuffled));
        });

    [Fact]
    public void Fold_AnyHistory_GivesPhasesWithoutGapsFromTheCreationOn() => Histories.Any.Sample(history =>
    {
        if (Ticket.Fold(history) is not { } ticket) return;

        Assert.Equal(ticket.CreatedAt, ticket.Phases[0].From);
        Assert.Null(ticket.Phases[^1].To);
        foreach (var (phase, next) in ticket.Phases.Zip(ticket.Phases.Skip(1)))
        {
            Assert.Equal(next.From, phase.To);
            Assert.True(phase.From < phase.To);
            Assert.NotEqual((next.Status, next.Gone), (phase.Status, phase.Gone));
        }
    });

    [Fact]
    public void Clocks_AnyHistory_AgreeWithTheClockThatIsReadMinuteByMinute() => Histories.Any.Sample(history =>
    {
        if (Ticket.Fold(history) is not { } ticket) return;

        foreach (var clock in ClockSet.Of(ticket, _ => Everything))
        {
            var (elapsed, due) = SteppingClock.Read(clock, Later);

            Assert.Equal(elapsed, clock.ElapsedAt(Later));
            if (due is not null) Assert.Equal(due, clock.DueAt);
            else Assert.True(clock.DueAt is null || clock.DueAt > (clock.EndedAt ?? Later) || clock.DueAt > Later);
            Assert.Equal(
                clock.ElapsedAt(Later),
                ClockExplanation.Of(clock, Later)
                    .Counted.Aggregate(SlaMonitor.Core.Calendars.BusinessDuration.Zero, (sum, span) => sum + span.Length));
        }
    });

    [Fact]
    public void Fold_CreationStampedAfterItsFirstChange_IsStillTheCreation()
    {
        var ticket = new Story().Status("03-02 09:00", TicketStatus.Open).Created("03-02 09:00:02").Ticket;

        Assert.Equal((At("03-02 09:00:02"), true, TicketStatus.Open), (ticket.CreatedAt, ticket.CreationSeen, ticket.Status));
    }

    [Fact]
    public void Fold_CreationNeverSeen_CountsFromTheEarliestEvent()
    {
        var ticket = new Story().Status("03-02 10:00", TicketStatus.Open).Ticket;

        Assert.Equal((At("03-02 10:00"), false), (ticket.CreatedAt, ticket.CreationSeen));
    }

    [Fact]
    public void Fold_OnlyUnknownEvents_IsNoTicket() =>
        Assert.Null(
            Ticket.Fold(new Story().Add(TicketEventType.Unknown, "03-02 09:00", new TicketChange { Status = TicketStatus.Closed }).Events));

    [Fact]
    public void Fold_UnknownEvent_HasNoEffect()
    {
        var story = new Story()
            .Created("03-02 09:00")
            .Add(TicketEventType.Unknown, "03-02 10:00", new TicketChange { Status = TicketStatus.Closed });

        Assert.Equal(TicketStatus.New, story.Ticket.Status);
    }

    [Fact]
    public void Fold_EventsOfTwoTickets_AreRefused()
    {
        var events = new Story().Created("03-02 09:00").Events;

        Assert.Throws<ArgumentException>(() => Ticket.Fold([events[0], events[0] with { TicketId = "T-2", Id = "other" }]));
    }

    private static string Portrait(IReadOnlyList<TicketEvent> events)
    {
        if (Ticket.Fold(events) is not { } ticket) return "nothing";

        var clocks = ClockSet.Of(ticket, _ => Everything);
        var steps = EscalationSchedule.Pending(clocks, new HashSet<StepId>(), Later);
        return string.Join('\n', [
            $"{ticket.CreatedAt} {ticket.CreationAccount} {ticket.Status} {ticket.IsGone} {ticket.Priority}",
            .. ticket.Phases.Select(phase => phase.ToString()),
            .. ticket.Messages.Select(message => message.ToString()),
            .. clocks.Select(c => $"{c.Target.Id} {c.Cycle} {c.StartedAt} {c.EndedAt} {c.DueAt} {c.ElapsedAt(Later)} {c.StateAt(Later)}"),
            .. steps.Select(step => $"{step.Id} {step.At}")]);
    }
}
