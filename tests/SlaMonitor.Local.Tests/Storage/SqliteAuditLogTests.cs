using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

public sealed class SqliteAuditLogTests : AuditLogContract, IDisposable
{
    private readonly SqliteStores _stores = new();

    public void Dispose() => _stores.Dispose();

    protected override Task<IAuditLog> CreateLogAsync() => Task.FromResult(_stores.NewAuditLog());

    protected override Task<IAuditLog> ReopenAsync(IAuditLog log) => Task.FromResult(_stores.Reopen(log));
}
