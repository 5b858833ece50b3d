using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableAuditLogTests(AzuriteFixture azurite) : AuditLogContract
{
    private readonly TableAccounts<IAuditLog> _accounts = new(azurite, account => account.AuditLog());

    protected override Task<IAuditLog> CreateLogAsync() => _accounts.CreateAsync();

    protected override Task<IAuditLog> ReopenAsync(IAuditLog log) => _accounts.ReopenAsync(log);
}
