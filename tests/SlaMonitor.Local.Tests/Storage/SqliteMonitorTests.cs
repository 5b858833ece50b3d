using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

public sealed class SqliteMonitorTests : MonitorContract, IDisposable
{
    private readonly SqliteStores _stores = new();

    public void Dispose() => _stores.Dispose();

    protected override Task<Func<(ITicketStore Tickets, INotificationLedger Ledger)>> CreateAsync()
    {
        var (tickets, ledger) = (_stores.NewTicketStore(), _stores.NewLedger());
        return Task.FromResult(() => (_stores.Reopen(tickets), _stores.Reopen(ledger)));
    }
}
