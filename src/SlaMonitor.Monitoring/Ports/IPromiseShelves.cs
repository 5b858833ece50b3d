using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>
/// The outcomes of all tickets, filed so that a month, or what is open, is read at a cost that does not grow with all else. They are
/// written with their ticket (<see cref="TicketCommit.Outcomes"/>), and can be worked out again from its log. Every implementation passes
/// the same contract tests.
/// </summary>
public interface IPromiseShelves
{
    /// <summary>The rows of an agreement that are filed under a time, from one moment on and before another.</summary>
    /// <param name="shelf">Any but <see cref="Shelf.Open"/>.</param>
    /// <param name="agreementId">The agreement.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The moment after the last.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The rows, in no particular order. Its cost grows with how many there are.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    IAsyncEnumerable<ShelfRow> ReadAsync(Shelf shelf, string agreementId, Instant from, Instant to, CancellationToken cancellationToken);

    /// <summary>The promises of all agreements that go on, the first due first, page by page.</summary>
    /// <param name="after">The <see cref="ShelfPage.Next"/> of the page before; <c>null</c> for the first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="ArgumentException"><paramref name="after"/> is none that this store gave out.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task<ShelfPage> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Tickets of which somebody began to file outcomes a while ago and did not come to an end: what is filed of them may be what was so
    /// before. A store that files in the ticket's own transaction knows none.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task<IReadOnlyList<string>> ReadUncertainAsync(int most, CancellationToken cancellationToken);

    /// <summary>
    /// The tickets, settled ones too, whose outcomes are not filed in the present form (<see cref="MonitoringState.FiledAs"/>) by certain
    /// terms (<see cref="MonitoringState.Terms"/>), page by page. To find that there is none costs a look at every ticket.
    /// </summary>
    /// <param name="terms">The terms.</param>
    /// <param name="after">The <see cref="TicketPage.Next"/> of the page before; <c>null</c> for the first.</param>
    /// <param name="most">How many at most; a page may hold fewer, or none, and still not be the last.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task<TicketPage> ReadUnfiledAsync(string terms, string? after, int most, CancellationToken cancellationToken);
}
