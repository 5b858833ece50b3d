using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Promises;

namespace SlaMonitor.Monitoring.Reporting;

/// <summary>
/// Reads what is filed of all tickets. What a writer that died has left is put right first, so that nobody is shown what was so before.
/// </summary>
public sealed class PromiseReader(
    IPromiseShelves shelves, AssessedTickets tickets, FilingFailures failures, ILogger<PromiseReader> logger)
{
    private const int PageSize = 1_000;

    /// <summary>
    /// The promises of an agreement that were decided from one moment on and before another, and all whose clocks go on: of those, some
    /// have been decided too, because they are late.
    /// </summary>
    /// <returns>Each promise once, in no particular order.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async IAsyncEnumerable<ClockOutcome> ReadAsync(
        string agreementId, Instant from, Instant to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await MendAsync(cancellationToken);
        // The open ones first: one that ends meanwhile is met on the other shelf again, and not counted twice.
        var open = new HashSet<(string, string)>();
        await foreach (var row in ReadOpenAsync(cancellationToken))
        {
            if (string.Equals(row.AgreementId, agreementId, StringComparison.Ordinal) && open.Add((row.TicketId, row.Clock)))
                yield return OutcomeRows.ReadClock(row);
        }

        await foreach (var row in shelves.ReadAsync(Shelf.Decided, agreementId, from, to, cancellationToken))
        {
            if (!open.Contains((row.TicketId, row.Clock))) yield return OutcomeRows.ReadClock(row);
        }
    }

    /// <summary>
    /// The tickets of an agreement that were settled, reopened or rated from one moment on and before another. Who wants them reads the
    /// promises first, and so has put right what was left.
    /// </summary>
    /// <returns>Each ticket once, in no particular order.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async IAsyncEnumerable<TicketOutcome> ReadTicketsAsync(
        string agreementId, Instant from, Instant to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in shelves.ReadAsync(Shelf.Tickets, agreementId, from, to, cancellationToken))
        {
            var ticket = OutcomeRows.ReadTicket(row);
            if (row.At == OutcomeRows.CountedAt(ticket).Where(at => at >= from && at < to).Min()) yield return ticket;
        }
    }

    /// <summary>A page of the promises of all agreements that go on, the first due first.</summary>
    /// <param name="after">Where the page before ended; <c>null</c> for the first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The promises, and where the next page begins, <c>null</c> where there is none.</returns>
    /// <exception cref="ArgumentException"><paramref name="after"/> is none that was given out.</exception>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<(IReadOnlyList<ClockOutcome> Promises, string? Next)> ReadOpenAsync(
        string? after, int most, CancellationToken cancellationToken)
    {
        await MendAsync(cancellationToken);
        var page = await shelves.ReadOpenAsync(after, most, cancellationToken);
        return ([.. page.Rows.Select(OutcomeRows.ReadClock)], page.Next);
    }

    private async IAsyncEnumerable<ShelfRow> ReadOpenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await shelves.ReadOpenAsync(after, PageSize, cancellationToken);
            foreach (var row in page.Rows) yield return row;
            after = page.Next;
        }
        while (after is not null);
    }

    private async Task MendAsync(CancellationToken cancellationToken)
    {
        foreach (var ticketId in await shelves.ReadUncertainAsync(PageSize, cancellationToken))
        {
            try
            {
                await tickets.ChangeAsync(ticketId, ticket => (Refiling.Of(ticket) with { FilesAllAnew = true }, true), cancellationToken);
                logger.FilingMended(ticketId);
            }
            catch (Exception e) when (e is not (UnavailableException or OperationCanceledException))
            {
                // One ticket that cannot be assessed, for a mistake of ours, must not keep everybody from every report.
                failures.OfTicket(ticketId, e);
            }
        }
    }
}
