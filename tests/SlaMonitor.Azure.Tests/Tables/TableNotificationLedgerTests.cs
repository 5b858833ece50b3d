using System.Runtime.CompilerServices;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableNotificationLedgerTests(AzuriteFixture azurite) : NotificationLedgerContract
{
    private readonly ConditionalWeakTable<INotificationLedger, TableAccount> _accounts = [];

    protected override int Iterations => 50;

    protected override async Task<INotificationLedger> CreateLedgerAsync()
    {
        var account = await TableAccount.NewAsync(azurite);
        var ledger = account.Ledger();
        _accounts.Add(ledger, account);
        return ledger;
    }

    protected override Task<INotificationLedger> ReopenAsync(INotificationLedger ledger) =>
        Task.FromResult<INotificationLedger>(
            _accounts.TryGetValue(ledger, out var account) ? account.Ledger() : throw new KeyNotFoundException());
}
