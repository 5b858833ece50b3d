using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Tests.Harness;

/// <summary>A store whose network fails where <see cref="Faults"/> says so.</summary>
internal sealed class UnreliableStore(ITicketStore store, Faults faults) : ITicketStore
{
    private readonly FaultyStore _store = new(store, faults);

    public Task<StoredTicket?> LoadAsync(string ticketId, CancellationToken cancellationToken) =>
        Try(() => _store.LoadAsync(ticketId, cancellationToken));

    public Task<bool> CommitAsync(TicketCommit commit, CancellationToken cancellationToken) =>
        Try(() => _store.CommitAsync(commit, cancellationToken));

    public Task<IReadOnlyList<DueTicket>> ReadDueAsync(Instant before, int limit, CancellationToken cancellationToken) =>
        Try(() => _store.ReadDueAsync(before, limit, cancellationToken));

    public Task DropDueAsync(DueTicket spare, CancellationToken cancellationToken) => _store.DropDueAsync(spare, cancellationToken);

    public Task<OpenTickets> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken) =>
        Try(() => _store.ReadOpenAsync(after, most, cancellationToken));

    private static async Task<T> Try<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (ProcessDiedException e)
        {
            throw new StoreUnavailableException("The store is away.", e);
        }
    }
}

/// <summary>A store in which somebody else has always been faster.</summary>
internal sealed class AlwaysMovedOn(ITicketStore store) : ITicketStore
{
    public Task<StoredTicket?> LoadAsync(string ticketId, CancellationToken cancellationToken) =>
        store.LoadAsync(ticketId, cancellationToken);

    public Task<bool> CommitAsync(TicketCommit commit, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<IReadOnlyList<DueTicket>> ReadDueAsync(Instant before, int limit, CancellationToken cancellationToken) =>
        store.ReadDueAsync(before, limit, cancellationToken);

    public Task DropDueAsync(DueTicket spare, CancellationToken cancellationToken) => store.DropDueAsync(spare, cancellationToken);

    public Task<OpenTickets> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken) =>
        store.ReadOpenAsync(after, most, cancellationToken);
}

/// <summary>A store with an entry in its due index that no ticket confirms, as a crash between two writes leaves it in Azure.</summary>
internal sealed class StoreWithSpareEntry(ITicketStore store, DueTicket spare) : ITicketStore
{
    public List<DueTicket> Dropped { get; } = [];

    public Task<StoredTicket?> LoadAsync(string ticketId, CancellationToken cancellationToken) =>
        store.LoadAsync(ticketId, cancellationToken);

    public Task<bool> CommitAsync(TicketCommit commit, CancellationToken cancellationToken) => store.CommitAsync(commit, cancellationToken);

    public async Task<IReadOnlyList<DueTicket>> ReadDueAsync(Instant before, int limit, CancellationToken cancellationToken)
    {
        var due = await store.ReadDueAsync(before, limit, cancellationToken);
        return Dropped.Count == 0 && spare.Due < before ? [spare, .. due.Take(limit - 1)] : due;
    }

    public Task DropDueAsync(DueTicket dropped, CancellationToken cancellationToken)
    {
        Dropped.Add(dropped);
        return Task.CompletedTask;
    }

    public Task<OpenTickets> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken) =>
        store.ReadOpenAsync(after, most, cancellationToken);
}

/// <summary>A store that cannot read some tickets: a bug, not an outage.</summary>
internal sealed class StoreWithUnreadableTickets(ITicketStore store, Predicate<string> isUnreadable) : ITicketStore
{
    public Task<StoredTicket?> LoadAsync(string ticketId, CancellationToken cancellationToken) =>
        isUnreadable(ticketId) ? throw new FormatException($"{ticketId} cannot be read.") : store.LoadAsync(ticketId, cancellationToken);

    public Task<bool> CommitAsync(TicketCommit commit, CancellationToken cancellationToken) => store.CommitAsync(commit, cancellationToken);

    public Task<IReadOnlyList<DueTicket>> ReadDueAsync(Instant before, int limit, CancellationToken cancellationToken) =>
        store.ReadDueAsync(before, limit, cancellationToken);

    public Task DropDueAsync(DueTicket spare, CancellationToken cancellationToken) => store.DropDueAsync(spare, cancellationToken);

    public Task<OpenTickets> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken) =>
        store.ReadOpenAsync(after, most, cancellationToken);
}
