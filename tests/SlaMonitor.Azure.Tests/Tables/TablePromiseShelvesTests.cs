using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TablePromiseShelvesTests(AzuriteFixture azurite) : PromiseShelvesContract
{
    protected override int Iterations => 15;

    protected override async Task<(ITicketStore Tickets, IPromiseShelves Shelves)> CreateAsync()
    {
        var account = await TableAccount.NewAsync(azurite);
        return (account.TicketStore(), account.Shelves());
    }
}
