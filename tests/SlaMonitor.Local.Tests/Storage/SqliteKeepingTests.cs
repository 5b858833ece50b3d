using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

public sealed class SqliteKeepingTests : KeepingContract, IDisposable
{
    private readonly DatabaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task AddStoresAsync(IServiceCollection services)
    {
        var database = _folder.Create();
        services.AddSingleton<ITicketStore>(new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance))
            .AddSingleton<INotificationLedger>(new SqliteNotificationLedger(database, NullLogger<SqliteNotificationLedger>.Instance))
            .AddSingleton<IMailManifests>(new SqliteMailManifests(database)).AddSingleton<IMonitorNotes>(new SqliteMonitorNotes(database))
            .AddSingleton<IPromiseShelves>(new SqlitePromiseShelves(database)).AddSingleton<IAuditLog>(new SqliteAuditLog(database));
        return Task.CompletedTask;
    }
}
