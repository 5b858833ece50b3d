using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Views;
using static SlaMonitor.Monitoring.Tests.Clauses.Contract;

namespace SlaMonitor.Monitoring.Tests.Clauses;

/// <summary>§10: the typhoon from Sunday 20 July 2025 to the noon of the Monday.</summary>
public sealed class ForceMajeureTests
{
    private static readonly Story Friday = Story.Created("2025-07-18 16:00");

    [Clause("10", Key = "exclusions")]
    [Fact]
    public void Clause_10_Typhoon_StopsTheClockUntilItIsOver()
    {
        var clock = Friday.Clock("response");

        Assert.Equal(At("2025-07-21 14:00"), clock.DueAt);
        Assert.Equal(BusinessDuration.FromHours(2), clock.ElapsedAt(At("2025-07-21 12:00")));
        Assert.Equal(At("2025-07-21 11:00"), clock.Target.Calendar.Add(clock.StartedAt, clock.Target.Within));
    }

    [Clause("10", Key = "exclusions")]
    [Theory]
    [InlineData("2025-07-19 23:50", "2025-07-21 12:05")]
    [InlineData("2025-07-20 10:00", "2025-07-21 12:15")]
    [InlineData("2025-07-21 12:00", "2025-07-21 12:15")]
    public void Clause_10_Typhoon_StopsEmergenciesToo(string created, string due) =>
        Assert.Equal(At(due), Story.Emergency(created).Clock("emergency-response").DueAt);

    [Clause("10", Key = "exclusions")]
    [Fact]
    public void Clause_10_Typhoon_ShowsItsReasonAndWhoApprovedIt()
    {
        var explanation = ClockExplanation.Of(Friday.AgentSays("2025-07-21 13:00").Clock("response"), At("2025-07-22 09:00"));

        var shown = Assert.Single(ClockView.Of(explanation).Excluded);
        Assert.Equal(
            (At("2025-07-20 00:00"), At("2025-07-21 12:00"), "台风 (typhoon)", "both parties"),
            (shown.From, shown.To, shown.Reason, shown.ApprovedBy));
        Assert.Equal((ClockState.Met, BusinessDuration.FromHours(3)), (explanation.State, explanation.Elapsed));
        Assert.Equal(
            [(At("2025-07-18 16:00"), At("2025-07-18 18:00")), (At("2025-07-21 12:00"), At("2025-07-21 13:00"))],
            explanation.Counted.Select(span => (span.From, span.To)));
    }

    [Clause("10", Key = "exclusions")]
    [Fact]
    public void Clause_10_TicketAfterTheTyphoon_HasNothingToShow() =>
        Assert.Empty(ClockExplanation.Of(Story.Created("2025-07-21 12:00").Clock("response"), At("2025-07-22 09:00")).Exclusions);

    [Clause("10", Key = "exclusions")]
    [Fact]
    public void Clause_10_TicketSettledBefore_IsNotTouched()
    {
        var clock = Story.Created("2025-07-18 10:00").And(TicketEventType.Resolved, "2025-07-18 12:00").Clock("response");

        Assert.Equal(At("2025-07-18 14:00"), clock.DueAt);
        Assert.Empty(ClockExplanation.Of(clock, At("2025-07-22 09:00")).Exclusions);
    }
}
