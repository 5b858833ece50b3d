using NodaTime;
using SlaMonitor.Core.Erasing;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Erasing;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Retention;

/// <summary>
/// Reduces the log of a ticket that was settled long ago to what its outcomes need. They are worked out from the reduced log and compared
/// with those of the whole one first: where they differ, the ticket stays as it is.
/// </summary>
public sealed class TicketReduction(AssessedTickets tickets, PseudonymSecret secret)
{
    /// <summary>Reduces the ticket, where its time has come.</summary>
    /// <returns>Whether it was reduced; <c>null</c> where it cannot be.</returns>
    /// <exception cref="StoreUnavailableException">The store is away or too busy.</exception>
    internal async Task<bool?> ReduceAsync(string ticketId, Instant before, CancellationToken cancellationToken)
    {
        var pseudonyms = await secret.GetAsync(cancellationToken);
        return await tickets.ChangeAsync(ticketId, ticket => Reduce(ticket, before, pseudonyms), cancellationToken);
    }

    private static (TicketCommit? Commit, bool? IsReduced) Reduce(AssessedTicket ticket, Instant before, Pseudonyms pseudonyms)
    {
        if (!IsItsTime(ticket, before)) return (null, false);

        var figures = TicketFigures.Of(ticket.Assessment, Erased);
        foreach (var keepsTerms in new[] { false, true })
        {
            var reduction = new LogReduction(pseudonyms, ticket.Events, keepsTerms);
            var kept = ticket.Events.Select(e => (Before: e, After: reduction.Of(e))).ToList();
            var after = ticket.AssessmentOf([.. kept.Select(e => e.After).OfType<TicketEvent>()]);
            if (!figures.SequenceEqual(TicketFigures.Of(after, Erased))) continue;

            return (ticket.Commit([], Refiling.StateOf(ticket) with { ReducedAt = ticket.Now }, after) with
            {
                Rewritten = [.. kept.Where(e => e.After is not null).Select(e => e.After!)],
                Dropped = [.. kept.Where(e => e.After is null).Select(e => e.Before)],
            }, true);
        }

        return (null, null);
    }

    private static bool IsItsTime(AssessedTicket ticket, Instant before) =>
        ticket is { State: { IsSettled: true, IsInDoubt: false, ReducedAt: null, Waiting.Count: 0 }, Assessment.Ticket: { } known }
        && known.LastEventAt < before;

    private static OutcomeFacts Erased(OutcomeFacts facts) => facts with { Title = null, Url = null };
}
