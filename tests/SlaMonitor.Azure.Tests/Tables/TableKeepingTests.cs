using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableKeepingTests(AzuriteFixture azurite) : KeepingContract
{
    protected override async Task AddStoresAsync(IServiceCollection services)
    {
        var account = await TableAccount.NewAsync(azurite);
        services.AddSingleton<ITicketStore>(account.TicketStore()).AddSingleton<INotificationLedger>(account.Ledger())
            .AddSingleton<IMailManifests>(account.Manifests()).AddSingleton<IMonitorNotes>(account.Notes())
            .AddSingleton<IPromiseShelves>(account.Shelves()).AddSingleton<IAuditLog>(account.AuditLog());
    }
}
