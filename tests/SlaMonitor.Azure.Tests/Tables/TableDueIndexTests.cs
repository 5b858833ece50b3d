using System.Runtime.CompilerServices;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableDueIndexTests(AzuriteFixture azurite) : DueIndexContract
{
    private readonly ConditionalWeakTable<ITicketStore, TableAccount> _accounts = [];

    protected override int Iterations => 10;

    protected override async Task<ITicketStore> CreateStoreAsync()
    {
        var account = await TableAccount.NewAsync(azurite);
        var store = account.TicketStore();
        _accounts.Add(store, account);
        return store;
    }

    protected override async Task<bool> TryPlantSpareAsync(ITicketStore store, DueTicket spare)
    {
        var account = _accounts.TryGetValue(store, out var found) ? found : throw new KeyNotFoundException();
        await account.DueIndex().WriteAsync(spare.TicketId, spare.Due, CancellationToken.None);
        return true;
    }
}
