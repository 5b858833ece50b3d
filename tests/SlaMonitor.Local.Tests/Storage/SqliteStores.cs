using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Tests.Storage;

/// <summary>Stores on the databases of a folder, and the way back from a store to its database.</summary>
internal sealed class SqliteStores : IDisposable
{
    private readonly DatabaseFolder _folder = new();
    private readonly ConditionalWeakTable<object, SqliteDatabase> _databases = [];

    public ITicketStore NewTicketStore() => TicketStore(_folder.Create());

    public ITicketStore Reopen(ITicketStore store) => TicketStore(_folder.Open(DatabaseOf(store).Path));

    /// <summary>The outcomes beside the tickets of a store.</summary>
    public IPromiseShelves ShelvesOf(ITicketStore store) => new SqlitePromiseShelves(DatabaseOf(store)) { PageSize = 3 };

    public INotificationLedger NewLedger() => Ledger(_folder.Create());

    public INotificationLedger Reopen(INotificationLedger ledger) => Ledger(_folder.Open(DatabaseOf(ledger).Path));

    public IMailManifests NewManifests() => Manifests(_folder.Create());

    public IMailManifests Reopen(IMailManifests manifests) => Manifests(_folder.Open(DatabaseOf(manifests).Path));

    public IMonitorNotes NewNotes() => Notes(_folder.Create());

    public IMonitorNotes Reopen(IMonitorNotes notes) => Notes(_folder.Open(DatabaseOf(notes).Path));

    public IAuditLog NewAuditLog() => AuditLog(_folder.Create());

    public IAuditLog Reopen(IAuditLog log) => AuditLog(_folder.Open(DatabaseOf(log).Path));

    public SqliteDatabase DatabaseOf(object store) =>
        _databases.TryGetValue(store, out var database) ? database : throw new KeyNotFoundException();

    public void Dispose() => _folder.Dispose();

    private SqliteTicketStore TicketStore(SqliteDatabase database)
    {
        var store = new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance);
        _databases.Add(store, database);
        return store;
    }

    private SqliteNotificationLedger Ledger(SqliteDatabase database)
    {
        var ledger = new SqliteNotificationLedger(database, NullLogger<SqliteNotificationLedger>.Instance);
        _databases.Add(ledger, database);
        return ledger;
    }

    private SqliteMailManifests Manifests(SqliteDatabase database)
    {
        var manifests = new SqliteMailManifests(database);
        _databases.Add(manifests, database);
        return manifests;
    }

    private SqliteAuditLog AuditLog(SqliteDatabase database)
    {
        var log = new SqliteAuditLog(database);
        _databases.Add(log, database);
        return log;
    }

    private SqliteMonitorNotes Notes(SqliteDatabase database)
    {
        var notes = new SqliteMonitorNotes(database);
        _databases.Add(notes, database);
        return notes;
    }
}
