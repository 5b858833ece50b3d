using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Harness;

/// <summary>A store that cannot be reached.</summary>
internal sealed class StoreAway : ITicketStore
{
    public const string Message = "The store is away.";

    public Task<StoredTicket?> LoadAsync(string ticketId, CancellationToken cancellationToken) => Task.FromException<StoredTicket?>(Away());

    public Task<bool> CommitAsync(TicketCommit commit, CancellationToken cancellationToken) => Task.FromException<bool>(Away());

    public Task<IReadOnlyList<DueTicket>> ReadDueAsync(Instant before, int limit, CancellationToken cancellationToken) =>
        Task.FromException<IReadOnlyList<DueTicket>>(Away());

    public Task DropDueAsync(DueTicket spare, CancellationToken cancellationToken) => Task.FromException(Away());

    public Task<OpenTickets> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken) =>
        Task.FromException<OpenTickets>(Away());

    private static StoreUnavailableException Away() => new(Message, new TimeoutException());
}
