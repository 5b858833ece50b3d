using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableMonitorTests(AzuriteFixture azurite) : MonitorContract
{
    protected override async Task<Func<(ITicketStore Tickets, INotificationLedger Ledger)>> CreateAsync()
    {
        var account = await TableAccount.NewAsync(azurite);
        return () => (account.TicketStore(), account.Ledger());
    }
}
