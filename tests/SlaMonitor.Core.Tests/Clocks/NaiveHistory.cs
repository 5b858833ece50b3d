using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>The questions that a clock asks of its ticket's history, answered by looking at every entry.</summary>
internal static class NaiveHistory
{
    public static TicketFacts FactsAt(Ticket ticket, Instant at) =>
        ticket.FactsHistory.Where((facts, i) => i == 0 || facts.From <= at).Last().Facts;

    public static Settlement? SettlementFrom(Ticket ticket, Instant at) =>
        ticket.Settlements
            .Where(settlement => settlement.To is null || settlement.To > at)
            .Select(settlement => (Settlement?)settlement)
            .FirstOrDefault();

    /// <summary>
    /// Each phase that shares time with the clock, cut to the clock's life; neighbours that held it, or not, for the same reason are one.
    /// </summary>
    public static IReadOnlyList<Stretch> StretchesOf(Clock clock)
    {
        var stretches = new List<Stretch>();
        foreach (var phase in clock.Ticket.Phases)
        {
            var coversStart = phase.From <= clock.StartedAt && (phase.To is null || phase.To > clock.StartedAt);
            var beginsLater = phase.From > clock.StartedAt && (clock.EndedAt is null || phase.From < clock.EndedAt);
            if (!coversStart && !beginsLater) continue;

            var from = coversStart ? clock.StartedAt : phase.From;
            var to = phase.To is null || clock.EndedAt < phase.To ? clock.EndedAt : phase.To;
            var held = phase.IsDone || (clock.Target.Pauses && clock.Agreement.Pause.Statuses.Contains(phase.Status));
            var stretch = new Stretch(from, to, held ? phase.Status : null);
            if (stretches.Count > 0 && stretches[^1].HeldBy == stretch.HeldBy)
            {
                stretch = stretch with { From = stretches[^1].From };
                stretches.RemoveAt(stretches.Count - 1);
            }

            stretches.Add(stretch);
        }

        return stretches;
    }
}
