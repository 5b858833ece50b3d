using System.Runtime.CompilerServices;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableAuditLogTests(AzuriteFixture azurite) : AuditLogContract
{
    private readonly ConditionalWeakTable<IAuditLog, TableAccount> _accounts = [];

    protected override async Task<IAuditLog> CreateLogAsync()
    {
        var account = await TableAccount.NewAsync(azurite);
        var log = account.AuditLog();
        _accounts.Add(log, account);
        return log;
    }

    protected override Task<IAuditLog> ReopenAsync(IAuditLog log) =>
        Task.FromResult<IAuditLog>(
            _accounts.TryGetValue(log, out var account) ? account.AuditLog() : throw new KeyNotFoundException());
}
