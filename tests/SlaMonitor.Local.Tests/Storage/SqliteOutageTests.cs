using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

public sealed class SqliteOutageTests : IDisposable
{
    private readonly DatabaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CommitAsync_AnotherProcessHoldsTheLock_IsUnavailableAndReadsGoOn()
    {
        var database = _folder.Create();
        var store = new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance);
        using var other = database.Open();
        using var held = other.BeginTransaction(deferred: false);

        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync(
            new("T-1", [TicketEvents.Plain("T-1", "1")], MonitoringState.Initial, null), CancellationToken.None));

        Assert.Equal($"The database {database.Path} cannot be used now: SQLite Error 5: 'database is locked'.", e.Message);
        Assert.Null(await store.LoadAsync("T-1", CancellationToken.None));
    }

    [Fact]
    public async Task AnyCall_FileCannotBeOpened_IsUnavailable()
    {
        var database = _folder.Create();
        var store = new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance);
        var ledger = new SqliteNotificationLedger(database, NullLogger<SqliteNotificationLedger>.Instance);
        database.Dispose();
        Directory.Delete(Path.GetDirectoryName(database.Path)!, recursive: true);

        await Unavailable(() => store.LoadAsync("T-1", CancellationToken.None));
        await Unavailable(() => store.CommitAsync(new("T-1", [], MonitoringState.Initial, null), CancellationToken.None));
        await Unavailable(() => store.ReadDueAsync(Instant.MaxValue, 1, CancellationToken.None));
        await Unavailable(() => ledger.ListAsync("T-1", CancellationToken.None));

        static Task Unavailable(Func<Task> call) => Assert.ThrowsAsync<StoreUnavailableException>(call);
    }

    [Fact]
    public void Constructor_FolderCannotBeCreated_IsUnavailable()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "a file, not a folder");

        Assert.Throws<StoreUnavailableException>(() => new SqliteTicketStore(
            _folder.Open(Path.Combine(file, "monitor.db")), NullLogger<SqliteTicketStore>.Instance));
    }
}
