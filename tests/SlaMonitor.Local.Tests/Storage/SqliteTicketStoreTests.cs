using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

public sealed class SqliteTicketStoreTests : TicketStoreContract, IDisposable
{
    private readonly SqliteStores _stores = new();

    public void Dispose() => _stores.Dispose();

    protected override Task<ITicketStore> CreateStoreAsync() => Task.FromResult(_stores.NewTicketStore());

    protected override Task<ITicketStore> ReopenAsync(ITicketStore store) => Task.FromResult(_stores.Reopen(store));
}
