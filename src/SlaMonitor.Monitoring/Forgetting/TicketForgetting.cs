using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Erasing;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Erasing;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Forgetting;

/// <summary>
/// Erases a person from one ticket: from its log, its state and what is filed of it, in one commit. Every figure that the ticket counts in
/// stays as it was, or nothing is written.
/// </summary>
public sealed class TicketForgetting(AssessedTickets tickets)
{
    /// <summary>Erases the person.</summary>
    /// <returns>How many events named them; <c>null</c> where they have to stay, because an agreement asks for them by name.</returns>
    /// <exception cref="StoreUnavailableException">The store is away or too busy.</exception>
    internal Task<int?> EraseAsync(string ticketId, PersonNames person, CancellationToken cancellationToken) =>
        tickets.ChangeAsync(ticketId, ticket => Erase(ticket, person), cancellationToken);

    private static (TicketCommit? Commit, int? Events) Erase(AssessedTicket ticket, PersonNames known)
    {
        var person = EventErasure.InLog(known, ticket.Events);
        var log = ticket.Events.Select(e => EventErasure.Of(e, person)).ToList();
        var rewritten = log.Where((e, place) => !ReferenceEquals(e, ticket.Events[place])).ToList();
        if (rewritten.Count == 0) return (null, 0);

        var after = ticket.AssessmentOf(log);
        if (!FiguresOf(ticket.Assessment).SequenceEqual(FiguresOf(after))) return (null, null);

        var state = Refiling.StateOf(ticket) with
        {
            Forgotten = [.. (ticket.State.Forgotten ?? []).Union(person.Stand, StringComparer.OrdinalIgnoreCase)],
            Waiting =
            [
                .. ticket.State.Waiting.Select(step => step with { Told = [.. step.Told.Select(address => person.Name(address)!)] }),
            ],
        };
        return (ticket.Commit([], state, after) with { Rewritten = rewritten }, rewritten.Count);

        IReadOnlyList<ShelfRow> FiguresOf(TicketAssessment? assessment) =>
            TicketFigures.Of(assessment, facts => EventErasure.Of(facts, person));
    }
}
