using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>
/// Keeps each ticket's log with its monitoring state, and knows which tickets have to be looked at next.
/// Every implementation passes the same contract tests.
/// </summary>
public interface ITicketStore
{
    /// <summary>The log and state of one ticket, or <c>null</c> where there is none.</summary>
    Task<StoredTicket?> LoadAsync(string ticketId, CancellationToken cancellationToken);

    /// <summary>
    /// Appends the commit's events, replaces the state and moves the ticket in the due index: all or nothing. A store whose transactions
    /// are small may write a commit of many events in parts, each of which leaves log, state and index true to one another.
    /// </summary>
    /// <returns>
    /// <c>false</c> where somebody else has committed since <see cref="TicketCommit.ExpectedTag"/> was read: nothing was written, or only
    /// some of a commit in parts; load again.
    /// </returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy; nothing is known to be written.</exception>
    Task<bool> CommitAsync(TicketCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// The entries of the due index that lie strictly before an instant, earliest first, at most <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<DueTicket>> ReadDueAsync(Instant before, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Removes an entry of the due index that its ticket's state does not confirm: what a crash between two writes may leave.
    /// </summary>
    Task DropDueAsync(DueTicket spare, CancellationToken cancellationToken);

    /// <summary>
    /// The tickets that are not settled (<see cref="MonitoringState.IsSettled"/>), page by page, each once where nothing is written
    /// meanwhile. Its cost grows with what a page holds.
    /// </summary>
    /// <param name="after">The <see cref="OpenTickets.Next"/> of the page before; <c>null</c> for the first.</param>
    /// <param name="most">How many at most; a page may hold fewer, or none, and still not be the last.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task<OpenTickets> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken);

    /// <summary>All tickets, page by page, each once where none is added meanwhile.</summary>
    /// <inheritdoc cref="ReadOpenAsync"/>
    Task<TicketPage> ReadAllAsync(string? after, int most, CancellationToken cancellationToken);
}
