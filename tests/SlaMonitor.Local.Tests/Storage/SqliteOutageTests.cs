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

    /// <summary>
    /// SQLite's own way to have no room, and to be told not to write, in the connection that the writer keeps.
    /// </summary>
    [Theory]
    [InlineData("max_page_count = 1", "max_page_count = 1000000", "SQLite Error 13: 'database or disk is full'.")]
    [InlineData("query_only = 1", "query_only = 0", "SQLite Error 8: 'attempt to write a readonly database'.")]
    public async Task CommitAsync_DiskIsFullOrReadOnly_IsUnavailable_AndTakesItOnceThatIsMended(string fault, string cure, string says)
    {
        var database = _folder.Create();
        var store = new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance);
        await CommitAsync("T-1", 1);
        await PragmaAsync(fault);

        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => CommitAsync("T-2", 500));

        Assert.Equal($"The database {database.Path} cannot be used now: {says}", e.Message);
        Assert.NotNull(await store.LoadAsync("T-1", CancellationToken.None));
        Assert.Null(await store.LoadAsync("T-2", CancellationToken.None));
        await PragmaAsync(cure);
        await CommitAsync("T-2", 500);
        Assert.Equal(500, (await store.LoadAsync("T-2", CancellationToken.None))!.Events.Count);

        Task CommitAsync(string ticket, int events) => store.CommitAsync(
            new(ticket, [.. Enumerable.Range(0, events).Select(id => TicketEvents.Plain(ticket, $"{id}"))], MonitoringState.Initial, null),
            CancellationToken.None);

        Task PragmaAsync(string setting) => database.WriteAsync(session => session.Execute($"PRAGMA {setting}"), CancellationToken.None);
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
    public async Task AnyCall_PagesAreOverwritten_IsUnavailableAndSaysWhatToDo()
    {
        var database = _folder.Create();
        var store = new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance);
        await store.CommitAsync(new("T-1", [TicketEvents.Plain("T-1", "1")], MonitoringState.Initial, null), CancellationToken.None);
        database.Dispose(); // the log is written into the file
        OverwritePages(database.Path);

        var read = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.LoadAsync("T-1", CancellationToken.None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync(
            new("T-2", [TicketEvents.Plain("T-2", "1")], MonitoringState.Initial, null), CancellationToken.None));

        Assert.StartsWith($"The database {database.Path} is damaged, or is no database: SQLite Error 11: ", read.Message);
        Assert.EndsWith("or restore a backup into an empty folder.", read.Message);
    }

    [Fact]
    public void Constructor_FileIsNoDatabase_IsUnavailableAndSaysWhatToDo()
    {
        var path = Path.Combine(_folder.Path, "monitor.db");
        File.WriteAllText(path, new string('x', 8192));

        var e = Assert.Throws<StoreUnavailableException>(
            () => new SqliteTicketStore(_folder.Open(path), NullLogger<SqliteTicketStore>.Instance));

        Assert.StartsWith($"The database {path} is damaged, or is no database: SQLite Error 26: ", e.Message);
    }

    [Fact]
    public void Constructor_FolderCannotBeCreated_IsUnavailable()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "a file, not a folder");

        Assert.Throws<StoreUnavailableException>(() => new SqliteTicketStore(
            _folder.Open(Path.Combine(file, "monitor.db")), NullLogger<SqliteTicketStore>.Instance));
    }

    // All but the first page, which says that it is a database.
    private static void OverwritePages(string path)
    {
        const int Page = 4096;
        using var file = File.OpenWrite(path);
        file.Position = Page;
        file.Write(new byte[file.Length - Page]);
    }
}
