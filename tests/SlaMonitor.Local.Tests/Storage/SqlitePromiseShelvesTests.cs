using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

public sealed class SqlitePromiseShelvesTests : PromiseShelvesContract, IDisposable
{
    private readonly SqliteStores _stores = new();

    public void Dispose() => _stores.Dispose();

    protected override Task<(ITicketStore Tickets, IPromiseShelves Shelves)> CreateAsync()
    {
        var tickets = _stores.NewTicketStore();
        return Task.FromResult((tickets, _stores.ShelvesOf(tickets)));
    }
}
