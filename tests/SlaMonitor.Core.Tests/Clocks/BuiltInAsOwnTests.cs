using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tests.Tickets;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>The four metrics that are built in can be written as an agreement's own, and are the same, clock by clock.</summary>
public sealed class BuiltInAsOwnTests
{
    [Fact]
    public void Clocks_AnyHistory_AreThoseOfTheBuiltInMetrics() =>
        Gen.Select(Histories.Any, Gen.Enum<ReopenRule>(), Gen.Bool).Sample(
            (history, onReopen, pauses) =>
            {
                if (Ticket.Fold(history) is { } ticket) Compare(ticket, onReopen, pauses);
            },
            iter: 20_000);

    [Fact]
    public void Clocks_AnyLongHistory_AreThoseOfTheBuiltInMetrics() =>
        Gen.Select(Histories.AnyLongTicket, Gen.Enum<ReopenRule>(), Gen.Bool).Sample(Compare, iter: 50);

    [Fact]
    public void Clocks_EveryTicketOfARealHelpdesk_AreThoseOfTheBuiltInMetrics()
    {
        var tickets = LoggedTickets.All.Select(events => Ticket.Fold(events)!).ToList();

        Assert.True(tickets.Count > 2000, "the log is there");
        foreach (var ticket in tickets) Compare(ticket, ReopenRule.Continue, pauses: true);
    }

    private static void Compare(Ticket ticket, ReopenRule onReopen, bool pauses)
    {
        var pairs = OwnMetrics.BuiltIn(onReopen);
        var own = OwnMetrics.Promise(pairs.Select(pair => pair.Rule), pauses);
        var builtIn = Promising([.. pairs.Select(pair => Within(pair.BuiltIn, "9", pauses))]) with { OnReopen = onReopen };

        Assert.Equal(
            ClockSet.Of(ticket, _ => builtIn).Select(clock => Portrait(clock, clock.Target.Metric.Name)),
            ClockSet.Of(ticket, _ => own).Select(clock => Portrait(clock, pairs[clock.Target.Metric.Index - 4].BuiltIn.Name)));
    }

    private static string Portrait(Clock clock, string metric) =>
        $"{metric}/{clock.Cycle} {clock.StartedAt} {clock.EndedAt} {clock.End} {clock.DueAt} "
        + string.Join(", ", clock.Stretches.Select(stretch => $"{stretch.From}-{stretch.To} {stretch.HeldBy}"));
}
