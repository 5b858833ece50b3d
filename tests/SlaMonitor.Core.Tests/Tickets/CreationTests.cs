using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Tickets;

/// <summary>When a ticket was created, by whoever told it.</summary>
public sealed class CreationTests
{
    private static readonly Target FirstResponse = Within(Metric.FirstResponse, "1");

    [Fact]
    public void Clock_OfALostCreation_CountsFromTheTimeThatALaterEventTold()
    {
        var clock = new Story()
            .Add(TicketEventType.Replied, "03-02 11:00", Told("03-02 09:00") with { By = Actor.Agent })
            .Clock(FirstResponse);

        Assert.Equal((At("03-02 09:00"), At("03-02 10:00")), (clock.StartedAt, clock.DueAt));
        Assert.Equal(ClockState.Breached, clock.StateAt(At("03-02 12:00")));
    }

    [Fact]
    public void Creation_ThatSeveralTold_IsTheEarliest_AndSaysWhoToldIt()
    {
        var ticket = new Story()
            .Add(TicketEventType.Updated, "03-02 11:00", Told("03-02 09:30"))
            .Add(TicketEventType.Updated, "03-02 12:00", Told("03-02 09:00"))
            .Add(TicketEventType.Updated, "03-02 13:00", Told("03-02 09:00"))
            .Ticket;

        Assert.Equal((At("03-02 09:00"), false, true), (ticket.CreatedAt, ticket.CreationSeen, ticket.IsOnlyToldOf));
        Assert.Equal(new CreationAccount("/test", "e002", "Updated", At("03-02 12:00")), ticket.CreationAccount);
    }

    [Fact]
    public void Creation_ThatWasReceived_IsNeverLaterThanWhatIsToldOfIt()
    {
        var ticket = new Story().Created("03-02 10:00", status: TicketStatus.Pending)
            .Add(TicketEventType.Updated, "03-02 11:00", Told("03-02 09:00") with { Status = TicketStatus.Open })
            .Ticket;

        Assert.Equal((At("03-02 09:00"), true, false), (ticket.CreatedAt, ticket.CreationSeen, ticket.IsOnlyToldOf));
        Assert.Equal("e002", ticket.CreationAccount!.EventId);
        Assert.Equal((TicketStatus.Pending, At("03-02 09:00")), (ticket.Phases[0].Status, ticket.Phases[0].From));
    }

    [Theory]
    [InlineData("03-02 10:00")]
    [InlineData("03-02 10:30")]
    public void Creation_ThatWasReceived_IsTheTruthWhereALaterTimeIsTold(string told)
    {
        var ticket = new Story().Created("03-02 10:00").Add(TicketEventType.Updated, "03-02 11:00", Told(told)).Ticket;

        Assert.Equal((At("03-02 10:00"), (CreationAccount?)null), (ticket.CreatedAt, ticket.CreationAccount));
    }

    [Fact]
    public void Creation_ToldWithoutItsFraction_IsTheSameMoment()
    {
        var events = new Story().Created("03-02 10:00").Add(TicketEventType.Updated, "03-02 11:00", Told("03-02 10:00")).Events;
        var exact = At("03-02 10:00") + Duration.FromMilliseconds(282);

        var ticket = Ticket.Fold([events[0] with { Time = exact }, events[1]])!;

        Assert.Equal((exact, (CreationAccount?)null), (ticket.CreatedAt, ticket.CreationAccount));
    }

    [Theory]
    [InlineData(TicketStatus.Pending)]
    [InlineData(TicketStatus.Resolved)]
    public void Status_BeforeTheFirstEvent_IsNoPauseAndNoEnd(TicketStatus found)
    {
        var ticket = new Story()
            .Add(TicketEventType.Updated, "03-02 11:00", Told("03-02 09:00") with { Status = found, Priority = TicketPriority.Urgent })
            .Ticket;

        Assert.Equal(
            [(TicketStatus.New, At("03-02 09:00")), (found, At("03-02 11:00"))],
            ticket.Phases.Select(phase => (phase.Status, phase.From)));
        Assert.Equal(TicketPriority.Urgent, ticket.FactsAt(At("03-02 09:30")).Priority);
    }

    [Fact]
    public void Explanation_OfALostCreation_SaysThatItWasNeverReceivedAndWhoToldItsTime()
    {
        var told = new Story().Add(TicketEventType.Updated, "03-02 11:00", Told("03-02 09:00"));
        var untold = new Story().Status("03-02 11:00", TicketStatus.Open);
        var older = new Story().Created("03-02 10:00").Add(TicketEventType.Updated, "03-02 11:00", Told("03-02 09:00"));

        Assert.Contains("The creation itself was never received: Updated of Mon 2026-03-02 11:00:00 (/test) told its time.", Lines(told));
        Assert.Contains(
            "The creation itself was never received, nor its time: the clock counts from the earliest event that was.", Lines(untold));
        Assert.Contains(
            "The ticket is older than the creation that was received says: Updated of Mon 2026-03-02 11:00:00 (/test) told its time.",
            Lines(older));
        Assert.DoesNotContain(Lines(new Story().Created("03-02 10:00")), line => line.Contains("creation", StringComparison.Ordinal));
    }

    [Fact]
    public void Explanation_OfALaterCycle_SaysNothingOfTheCreation()
    {
        var clock = new Story().Add(TicketEventType.Updated, "03-02 09:30", Told("03-02 09:00")).CustomerSays("03-02 10:00")
            .Clock(Within(Metric.NextResponse, "2"));

        Assert.DoesNotContain("creation", ExplanationText.Of(ClockExplanation.Of(clock, At("03-02 12:00"))), StringComparison.Ordinal);
    }

    private static string[] Lines(Story story) =>
        ExplanationText.Of(ClockExplanation.Of(story.Clock(FirstResponse), At("03-02 12:00"))).Split('\n');

    private static TicketChange Told(string at) => new() { CreatedAt = At(at) };
}
