using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableNotificationLedgerTests(AzuriteFixture azurite) : NotificationLedgerContract
{
    private readonly TableAccounts<INotificationLedger> _accounts = new(azurite, account => account.Ledger());

    protected override int Iterations => 50;

    protected override Task<INotificationLedger> CreateLedgerAsync() => _accounts.CreateAsync();

    protected override Task<INotificationLedger> ReopenAsync(INotificationLedger ledger) => _accounts.ReopenAsync(ledger);
}
