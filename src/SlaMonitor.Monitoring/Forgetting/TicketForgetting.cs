using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Erasing;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Promises;

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
        if (!FiguresOf(ticket.Assessment, person).SequenceEqual(FiguresOf(after, person))) return (null, null);

        var state = Refiling.StateOf(ticket) with
        {
            Forgotten = [.. (ticket.State.Forgotten ?? []).Union(person.Stand, StringComparer.OrdinalIgnoreCase)],
            Waiting =
            [
                .. ticket.State.Waiting.Select(step => step with { Told = [.. step.Told.Select(address => person.Name(address)!)] }),
            ],
        };
        return (ticket.Commit([], state, after) with { Rewritten = rewritten }, rewritten.Count);
    }

    /// <summary>What reports count of a ticket, but for the person's names in it.</summary>
    private static IReadOnlyList<ShelfRow> FiguresOf(TicketAssessment? assessment, PersonNames person)
    {
        if (assessment is null) return [];

        var outcomes = TicketOutcomes.Of(assessment);
        return OutcomeRows.Of(new TicketOutcomes(
            [.. outcomes.Clocks.Select(clock => clock with { Facts = EventErasure.Of(clock.Facts, person) })],
            outcomes.Ticket is { } ticket ? ticket with { Facts = EventErasure.Of(ticket.Facts, person) } : null));
    }
}
