using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Assessment;

/// <summary>
/// The one place that loads and assesses tickets, and that writes one again when somebody else has written it in between.
/// </summary>
public sealed class AssessedTickets(ITicketStore store, IAgreementSource agreements, IClock clock, ILogger<AssessedTickets> logger)
{
    /// <summary>How often a change is tried before the ticket counts as too busy.</summary>
    internal const int MostAttempts = 100;

    private readonly TicketTurns _turns = new();

    /// <summary>The ticket as of now, by the terms in force: for whoever does not need to know who is on call.</summary>
    internal async Task<AssessedTicket> LoadAsync(string ticketId, CancellationToken cancellationToken) =>
        await LoadAsync(ticketId, await agreements.GetTermsAsync(cancellationToken), clock.GetCurrentInstant(), cancellationToken);

    /// <summary>The ticket by agreements, and as of a moment, that the caller has chosen for several tickets.</summary>
    internal async Task<AssessedTicket> LoadAsync(string ticketId, AgreementBook book, Instant now, CancellationToken cancellationToken) =>
        new(ticketId, await store.LoadAsync(ticketId, cancellationToken), book, now);

    /// <summary>Loads a ticket and writes what the caller makes of it.</summary>
    internal async Task<T> ChangeAsync<T>(
        string ticketId, Func<AssessedTicket, (TicketCommit? Commit, T Answer)> decide, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(ticketId, cancellationToken);
        return await WriteAsync(await LoadAsync(ticketId, cancellationToken), decide, cancellationToken);
    }

    /// <summary>Writes what the caller makes of a ticket that was loaded already.</summary>
    /// <param name="ticket">The ticket; it is loaded anew only where somebody else has written it since.</param>
    /// <param name="decide">
    /// What to write, <c>null</c> for nothing, and the answer. It is asked again for every attempt, so it must have no effects.
    /// </param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <returns>The answer that belongs to what was written.</returns>
    /// <exception cref="StoreUnavailableException">The store is away, or others have written the ticket at every attempt.</exception>
    internal async Task<T> ChangeAsync<T>(
        AssessedTicket ticket, Func<AssessedTicket, (TicketCommit? Commit, T Answer)> decide, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(ticket.Id, cancellationToken);
        return await WriteAsync(ticket, decide, cancellationToken);
    }

    private async Task<T> WriteAsync<T>(
        AssessedTicket ticket, Func<AssessedTicket, (TicketCommit? Commit, T Answer)> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (commit, answer) = decide(ticket);
            if (commit is null || await store.CommitAsync(commit, cancellationToken)) return answer;
            if (attempt == MostAttempts) break;

            ticket = await LoadAsync(ticket.Id, cancellationToken);
        }

        logger.TooBusy(ticket.Id, MostAttempts);
        throw new StoreUnavailableException($"Ticket {ticket.Id} is being written by too many at once.", new TimeoutException());
    }
}
