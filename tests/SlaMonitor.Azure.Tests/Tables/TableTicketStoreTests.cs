using System.Runtime.CompilerServices;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableTicketStoreTests(AzuriteFixture azurite) : TicketStoreContract
{
    private readonly ConditionalWeakTable<ITicketStore, TableAccount> _accounts = [];

    protected override int Iterations => 50;

    protected override async Task<ITicketStore> CreateStoreAsync()
    {
        var account = await TableAccount.NewAsync(azurite);
        var store = account.TicketStore();
        _accounts.Add(store, account);
        return store;
    }

    protected override Task<ITicketStore> ReopenAsync(ITicketStore store) =>
        Task.FromResult<ITicketStore>(
            _accounts.TryGetValue(store, out var account) ? account.TicketStore() : throw new KeyNotFoundException());
}
