using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Comparing;

/// <summary>Compares what a ticket comes to under two agreements, or two versions of one.</summary>
public static class ClockComparison
{
    /// <summary>The promises that come to another state. Promises are the same where metric and cycle are.</summary>
    /// <param name="from">The ticket under the first terms.</param>
    /// <param name="to">The ticket under the second; of the same log.</param>
    /// <param name="asOf">As of when.</param>
    public static IEnumerable<ClockChange> Of(TicketAssessment from, TicketAssessment to, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);

        foreach (var clock in from.Clocks)
        {
            var other = Find(to, clock);
            if (other?.StateAt(asOf) != clock.StateAt(asOf)) yield return Change(clock, other, to, asOf);
        }

        foreach (var clock in to.Clocks)
        {
            if (Find(from, clock) is null)
            {
                var compared = ComparedClock.Of(clock, asOf);
                yield return new ClockChange(
                    from.Ticket.Id, from.Ticket.Title, clock.Target.Metric.Name, clock.Cycle, null, compared, [WhyNone(from)]);
            }
        }
    }

    private static ClockChange Change(Clock clock, Clock? other, TicketAssessment to, Instant asOf)
    {
        var before = ComparedClock.Of(clock, asOf);
        var after = other is null ? null : ComparedClock.Of(other, asOf);
        return new ClockChange(
            clock.Ticket.Id, clock.Ticket.Title, clock.Target.Metric.Name, clock.Cycle, before, after,
            after is null ? [WhyNone(to)] : [.. Differences(before, after)]);
    }

    private static Clock? Find(TicketAssessment ticket, Clock clock)
    {
        for (var i = 0; i < ticket.Clocks.Count; i++)
        {
            var other = ticket.Clocks[i];
            if (other.Cycle == clock.Cycle && string.Equals(other.Target.Metric.Name, clock.Target.Metric.Name, StringComparison.Ordinal))
                return other;
        }

        return null;
    }

    private static ChangeReason WhyNone(TicketAssessment ticket) =>
        ticket.Governing is null ? ChangeReason.NotGoverned : ChangeReason.NotPromised;

    private static IEnumerable<ChangeReason> Differences(ComparedClock from, ComparedClock to)
    {
        if (from.Target != to.Target) yield return ChangeReason.Target;
        if (from.Budget != to.Budget) yield return ChangeReason.Budget;
        if (from.HasAgreedDue != to.HasAgreedDue) yield return ChangeReason.AgreedDue;
        if (from.StartedAt != to.StartedAt) yield return ChangeReason.Start;
        if (from.EndedAt != to.EndedAt) yield return ChangeReason.End;
        if (from.Open != to.Open) yield return ChangeReason.Hours;
        if (from.Excluded != to.Excluded) yield return ChangeReason.Exclusions;
        if (from.Held != to.Held) yield return ChangeReason.Pauses;
    }
}
