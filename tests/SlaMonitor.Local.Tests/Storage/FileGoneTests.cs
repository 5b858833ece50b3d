using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

/// <summary>What is committed to a file that somebody removed is gone after the next start: it must not be acknowledged.</summary>
public sealed class FileGoneTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sla-gone-");
    private readonly FakeLogger _log = new();
    private readonly FolderLock _lock = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteTicketStore _store;

    public FileGoneTests()
    {
        _database = new SqliteDatabase(Path.Combine(_folder.FullName, "data", "monitor.db"), _lock, _log);
        _store = new SqliteTicketStore(_database, NullLogger<SqliteTicketStore>.Instance);
    }

    private string Folder => Path.GetDirectoryName(_database.Path)!;

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    [UnixFact]
    public async Task Commit_FilesWereRemoved_IsRefusedAndLoggedOnce()
    {
        await CommitAsync("T-1");
        foreach (var file in Directory.EnumerateFiles(Folder)) File.Delete(file);

        await RefusedAsync("T-2");
        await RefusedAsync("T-3");

        Assert.Empty(Directory.EnumerateFiles(Folder)); // no empty database in its place
        var entry = Assert.Single(_log.Collector.GetSnapshot());
        Assert.Equal((LogLevel.Error, "FileGone"), (entry.Level, entry.Id.Name));
        Assert.StartsWith(
            $"The file {_database.Path} was removed, moved or replaced while it was in use.", entry.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Commit_AnotherFileLiesInItsPlace_IsRefused()
    {
        await CommitAsync("T-1");
        foreach (var file in Directory.GetFiles(Folder))
        {
            File.Copy(file, $"{file}.copy");
            File.Move($"{file}.copy", file, overwrite: true);
        }

        await RefusedAsync("T-2");
    }

    [UnixTheory]
    [InlineData("-wal")]
    [InlineData("-shm")]
    public async Task Commit_HalfOfTheDatabaseWasRemoved_IsRefused(string half)
    {
        await CommitAsync("T-1");
        File.Delete(_database.Path + half);

        await RefusedAsync("T-2");
    }

    [UnixFact]
    public async Task Commit_FolderWasMovedAndIsBack_IsTakenAgain()
    {
        await CommitAsync("T-1");
        var away = Path.Combine(_folder.FullName, "away");
        Directory.Move(Folder, away);
        await RefusedAsync("T-2");

        Directory.Move(away, Folder);
        await CommitAsync("T-2");

        Assert.NotNull(await _store.LoadAsync("T-1", CancellationToken.None));
        Assert.Equal(["FileGone", "FileBack"], _log.Collector.GetSnapshot().Select(entry => entry.Id.Name));
    }

    [UnixFact]
    public async Task Commit_AnotherProcessMayWorkInTheFolder_IsRefused()
    {
        await CommitAsync("T-1");
        _lock.IsHeld = false;

        await RefusedAsync("T-2");
    }

    [UnixFact]
    public async Task Run_FilesAreRemovedWhileItCommits_IsNotAcknowledged()
    {
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => SqliteOutage.WriteAsync(
            _database,
            session =>
            {
                File.Delete(_database.Path);
                return session.Execute("DELETE FROM events");
            },
            CancellationToken.None));

        Assert.Contains("was removed", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commit_ConnectionsWereClosed_TheLogStaysAndItIsTaken()
    {
        await CommitAsync("T-1");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => SqliteOutage.WriteAsync<int>(
            _database, _ => throw new SqliteException("The disk is broken.", 10), CancellationToken.None)); // closes the writer's

        await CommitAsync("T-2");

        Assert.Empty(_log.Collector.GetSnapshot());
    }

    private async Task CommitAsync(string ticket) => Assert.True(await _store.CommitAsync(
        new(ticket, [TicketEvents.Plain(ticket, "1")], MonitoringState.Initial, null), CancellationToken.None));

    private Task<StoreUnavailableException> RefusedAsync(string ticket) =>
        Assert.ThrowsAsync<StoreUnavailableException>(() => CommitAsync(ticket));

    private sealed class FolderLock : IFolderLock
    {
        public bool IsHeld { get; set; } = true;
    }
}
