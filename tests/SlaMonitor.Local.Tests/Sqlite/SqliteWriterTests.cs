using Microsoft.Data.Sqlite;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Tests.Storage;

namespace SlaMonitor.Local.Tests.Sqlite;

public sealed class SqliteWriterTests : IDisposable
{
    private readonly DatabaseFolder _folder = new();
    private readonly SqliteDatabase _database;

    public SqliteWriterTests()
    {
        _database = _folder.Create();
        _database.CreateSchema("CREATE TABLE t (id INTEGER PRIMARY KEY, of INTEGER REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED)");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WritesOfOneGroup_OneThrowsOneBreaksARuleOneUndoesItself_TheOthersAreKept()
    {
        using var held = new HeldWriter(_database);
        var first = InsertAsync(1);
        var throws = WriteAsync(session => Insert(session, 2) + ThrowNow());
        var repeats = WriteAsync(session => Insert(session, 3) + Insert(session, 1));
        var undone = WriteAsync(session => session.Undo(Insert(session, 4) + 41));
        var last = InsertAsync(5);
        await held.LetGoAsync();

        Assert.Equal(1, await first);
        await Assert.ThrowsAsync<InvalidDataException>(() => throws);
        Assert.Equal(19, (await Assert.ThrowsAsync<SqliteException>(() => repeats)).SqliteErrorCode);
        Assert.Equal(42, await undone);
        Assert.Equal(1, await last);
        Assert.Equal([1, 5], Rows());
    }

    [Fact]
    public async Task CommitOfAGroupFails_AllOfItAreTold_AndTheNextIsWritten()
    {
        using var held = new HeldWriter(_database);
        var first = InsertAsync(1);
        var second = WriteAsync(session => session.Execute("INSERT INTO t (id, of) VALUES ($id, $of)", ("$id", 2), ("$of", 99)));
        var third = InsertAsync(3);
        await held.LetGoAsync();

        foreach (var write in (Task<int>[])[first, second, third])
            Assert.Equal(19, (await Assert.ThrowsAsync<SqliteException>(() => write)).SqliteErrorCode);
        Assert.Empty(Rows());
        Assert.Equal(1, await InsertAsync(4));
        Assert.Equal([4], Rows());
    }

    [Fact]
    public async Task SqliteEndsTheTransactionItself_AsOnAFullDisk_AllOfTheGroupAreTold_AndTheNextIsWritten()
    {
        const int Full = 13;
        using var held = new HeldWriter(_database);
        var first = InsertAsync(1);
        var second = WriteAsync<int>(session =>
        {
            session.Execute("ROLLBACK");
            throw new SqliteException("The disk is full.", Full);
        });
        var third = InsertAsync(3);
        await held.LetGoAsync();

        foreach (var write in (Task<int>[])[first, second, third])
            Assert.Equal(Full, (await Assert.ThrowsAsync<SqliteException>(() => write)).SqliteErrorCode);
        Assert.Empty(Rows());
        Assert.Equal(1, await InsertAsync(4));
        Assert.Equal([4], Rows());
    }

    [UnixFact]
    public async Task FileIsRemovedDuringAGroup_NobodyIsAnsweredWell()
    {
        using var held = new HeldWriter(_database);
        var first = InsertAsync(1);
        var second = WriteAsync(session =>
        {
            File.Delete(_database.Path);
            return Insert(session, 2);
        });
        await held.LetGoAsync();

        await Assert.ThrowsAsync<SqliteException>(() => first);
        await Assert.ThrowsAsync<SqliteException>(() => second);
    }

    [Fact]
    public async Task CancelledBeforeItsTurn_IsNotWritten()
    {
        using var cancel = new CancellationTokenSource();
        using var held = new HeldWriter(_database);
        var write = _database.WriteAsync(session => Insert(session, 1), cancel.Token);
        await cancel.CancelAsync();
        await held.LetGoAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        Assert.Equal(1, await InsertAsync(2));
        Assert.Equal([2], Rows());
    }

    [Fact]
    public async Task Dispose_WritesAreQueued_FinishesThem_AndLeavesNoLog()
    {
        using var held = new HeldWriter(_database);
        var writes = Enumerable.Range(1, 20).Select(InsertAsync).ToList();
        var closing = Task.Run(_database.Dispose);
        await held.LetGoAsync();
        await closing;

        Assert.All(await Task.WhenAll(writes), changed => Assert.Equal(1, changed));
        Assert.False(File.Exists($"{_database.Path}-wal"));
        Assert.Equal(Enumerable.Range(1, 20).Select(id => (long)id), Rows());
    }

    [Fact]
    public async Task ManyWritersAtOnce_EachIsAnsweredOnceAndKept()
    {
        var ids = Enumerable.Range(1, 2_000).ToList();

        var changed = await Task.WhenAll(ids.Select(id => Task.Run(() => InsertAsync(id))));

        Assert.Equal(ids.Count, changed.Sum());
        Assert.Equal(ids.Select(id => (long)id), Rows());
    }

    /// <summary>
    /// What an event may cost is counted, not timed: one commit for all that is queued, and no statement more than these.
    /// </summary>
    [Fact]
    public async Task FiftyWritesThatWaited_AreOneCommit_AndOneStatementEachInASavepoint()
    {
        var count = await WriteAsync(session => new StatementCount(session));
        count.Reset();
        using var held = new HeldWriter(_database);
        var writes = Enumerable.Range(1, 50).Select(InsertAsync).ToList();
        await held.LetGoAsync();
        await Task.WhenAll(writes);

        Assert.Equal(1 + 1, count.Commits); // of the one that was held, and of all the others
        const int OfTheOneHeld = 4; // BEGIN, SAVEPOINT, RELEASE, COMMIT
        Assert.Equal(OfTheOneHeld + 1 + (3 * 50) + 1, count.Statements);
    }

    private static int Insert(SqliteSession session, int id) => session.Execute("INSERT INTO t (id) VALUES ($id)", ("$id", id));

    private static int ThrowNow() => throw new InvalidDataException("A mistake of the program.");

    private Task<int> InsertAsync(int id) => WriteAsync(session => Insert(session, id));

    private Task<T> WriteAsync<T>(Func<SqliteSession, T> work) => _database.WriteAsync(work, CancellationToken.None);

    private List<long> Rows()
    {
        using var connection = _database.Open();
        return connection.Query("SELECT id FROM t ORDER BY id", row => row.GetInt64(0));
    }
}
