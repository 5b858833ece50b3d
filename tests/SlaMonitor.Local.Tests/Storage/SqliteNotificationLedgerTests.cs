using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

public sealed class SqliteNotificationLedgerTests : NotificationLedgerContract, IDisposable
{
    private readonly SqliteStores _stores = new();

    public void Dispose() => _stores.Dispose();

    protected override Task<INotificationLedger> CreateLedgerAsync() => Task.FromResult(_stores.NewLedger());

    protected override Task<INotificationLedger> ReopenAsync(INotificationLedger ledger) => Task.FromResult(_stores.Reopen(ledger));
}
