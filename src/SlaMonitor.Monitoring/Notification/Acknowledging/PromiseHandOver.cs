using Microsoft.Extensions.Logging;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>
/// Hands a promise that somebody has taken over to somebody else, or gives it back. As with taking, it is an event in the ticket's own log.
/// Nobody is told of it by mail; given back, the steps that were kept quiet are told at once.
/// </summary>
public sealed class PromiseHandOver(AssessedTickets tickets, ILogger<PromiseHandOver> logger)
{
    /// <summary>Does it, where the one who is said to have the promise still has it.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="clock">The promise.</param>
    /// <param name="holder">Who has it, as whoever asks knows it.</param>
    /// <param name="to">Who is to have it; <c>null</c> to give it back.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>
    /// How the promise stands then, and whether that was done; <c>null</c> where the ticket has no such promise any more.
    /// </returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<(PagePromise Promise, bool IsDone)?> ChangeAsync(
        string ticketId, ClockId clock, string holder, string? to, string by, CancellationToken cancellationToken)
    {
        var answer = await tickets.ChangeAsync(ticketId, ticket => Change(ticket, clock, holder, to, by), cancellationToken);
        if (answer is { IsDone: true }) logger.HandedOver(ticketId, clock.ToString(), to is null ? "given back" : "handed over");
        return answer;
    }

    private static (TicketCommit? Commit, (PagePromise Promise, bool IsDone)? Answer) Change(
        AssessedTicket ticket, ClockId clock, string holder, string? to, string by)
    {
        var now = StoredInstant.Truncate(ticket.Now);
        if (ticket.Assessment?.Clocks.FirstOrDefault(candidate => candidate.Id == clock) is not { } promise) return (null, null);

        var standing = PromiseTaking.Standing(promise, now);
        if (standing.State != AcknowledgeState.Taken || !string.Equals(standing.By, holder, StringComparison.OrdinalIgnoreCase))
            return (null, (standing, false));

        var next = new Acknowledgement(clock, to ?? by, now, to is null ? now : now + promise.Agreement.AcknowledgementExpires)
        {
            Replaces = standing.By,
            GivenBy = to is null || string.Equals(to, by, StringComparison.OrdinalIgnoreCase) ? null : by,
        };
        var news = PromiseTaking.EventOf(ticket, next);
        var after = ticket.AssessmentWith([news]);
        var changed = after!.Clocks.FirstOrDefault(candidate => candidate.Id == clock) is { } same
            ? PromiseTaking.Standing(same, now)
            : standing;
        return (ticket.Commit([news], LedgerCheck.StateAfterTaking(ticket.State, after, now), after), (changed, true));
    }
}
