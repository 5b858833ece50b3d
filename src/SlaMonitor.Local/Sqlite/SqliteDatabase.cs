using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Local.Files;

namespace SlaMonitor.Local.Sqlite;

/// <summary>
/// One SQLite file, opened the same way everywhere: a commit that has returned survives the death of the process and of the machine.
/// </summary>
/// <param name="path">The file; its folder is created when missing.</param>
/// <param name="folder">Keeps other processes away from the folder.</param>
/// <param name="logger">Hears when the file is no longer where it was.</param>
internal sealed class SqliteDatabase(string path, IFolderLock? folder = null, ILogger? logger = null) : IDisposable
{
    private const int Busy = 5; // SQLITE_BUSY
    private const int CannotOpen = 14; // SQLITE_CANTOPEN

    // Each connection needs three files, and more readers than processors only wait for each other.
    private const int MostAtOnce = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = logger ?? NullLogger.Instance;
    private readonly string _connectionString = ConnectionString(path, SqliteOpenMode.ReadWrite);
    private readonly string _creatingString = ConnectionString(path, SqliteOpenMode.ReadWriteCreate);
    private readonly Lock _opening = new();
    private readonly SemaphoreSlim _room = new(MostAtOnce);
    private readonly ConcurrentStack<SqliteSession> _readers = [];
    private SqliteWriter? _writer;
    private PlacedFile? _file;
    private bool _isGone;

    public string Path { get; } = path;

    /// <summary>Opens a connection of the caller's own.</summary>
    /// <exception cref="SqliteException">It cannot be opened, or is no longer where it was.</exception>
    public SqliteConnection Open()
    {
        ThrowIfGone();
        // Once the file is there it is not made again: a new, empty one in the place of one that was removed would take events.
        var connection = new SqliteConnection(_file is null ? _creatingString : _connectionString);
        try
        {
            connection.Open();
            // These belong to a connection and not to the file, so each one is told. FULL: a commit waits for the disk. What is deleted is
            // overwritten: people may ask to be forgotten.
            Execute(connection, "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Reads, as one of a few at once. Nothing is to be written: see <see cref="WriteAsync"/>.</summary>
    /// <exception cref="SqliteException">It cannot be opened, is no longer where it was, or too many wait for it.</exception>
    public async Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        if (!await _room.WaitAsync(Patience, cancellationToken)) throw new SqliteException("Too many wait for it.", Busy);
        return ReadAndRelease(work);
    }

    /// <inheritdoc cref="ReadAsync"/>
    public T Read<T>(Func<SqliteSession, T> work)
    {
        if (!_room.Wait(Patience)) throw new SqliteException("Too many wait for it.", Busy);
        return ReadAndRelease(work);
    }

    /// <summary>
    /// Writes in a transaction that is committed together with what others write just then. The answer comes when it is on the disk, in
    /// the file that lies at its path.
    /// </summary>
    /// <param name="work">
    /// Reads and writes. What it throws is thrown here, and nothing of it is written then; <see cref="SqliteSession.Undo"/> answers, and
    /// nothing of it is written either.
    /// </param>
    /// <param name="cancellationToken">Gives up as long as its turn has not come.</param>
    /// <exception cref="SqliteException">It cannot be opened or written, or is no longer where it was.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        lock (_opening) _writer ??= new SqliteWriter(OpenSession, ThrowIfGone);
        return _writer.RunAsync(work, cancellationToken);
    }

    /// <summary>
    /// Creates the folder, the file and the tables; every statement of <paramref name="sql"/> must bear being run again.
    /// </summary>
    /// <param name="sql">The statements.</param>
    /// <param name="added">
    /// Columns that the tables of an earlier version have not. They are added first, because the statements may want an index on them.
    /// </param>
    public void CreateSchema(string sql, params ReadOnlySpan<(string Table, string Column, string Type)> added)
    {
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is { } folder)
            OwnerOnly.CreateFolder(folder);
        // SQLite gives the files that it makes beside a database the mode of the database. Only a file that is not there is opened: closing
        // one would drop the locks that this process has on it.
        if (!File.Exists(Path)) OwnerOnly.Open(Path, FileMode.OpenOrCreate).Dispose();
        using var connection = Open();
        // WAL is a property of the file: readers do not wait for the writer, and a commit costs one fsync.
        Execute(connection, "PRAGMA journal_mode = WAL;");
        using var transaction = connection.BeginTransaction(IsolationLevel.Serializable);
        foreach (var (table, column, type) in added) AddColumn(connection, transaction, table, column, type);
        Execute(connection, sql, transaction);
        transaction.Commit();
        lock (_opening) _file ??= PlacedFile.OfDatabase(Path);
    }

    /// <summary>
    /// Refuses what was committed to a file that is no longer at its path: nobody would find it again. To be called between a commit and
    /// its acknowledgement.
    /// </summary>
    public void ThrowIfGone()
    {
        if (WhyGone() is not { } reason)
        {
            if (Interlocked.Exchange(ref _isGone, false)) _logger.FileBack(Path);
            return;
        }

        if (!Interlocked.Exchange(ref _isGone, true)) _logger.FileGone(reason);
        throw new SqliteException(reason, CannotOpen);
    }

    /// <summary>
    /// Brings all that was committed into the database itself, and empties the log ahead of it, as far as no reader needs it.
    /// </summary>
    /// <exception cref="SqliteException">It cannot be opened or written.</exception>
    public void CutLog()
    {
        using var connection = Open();
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
    }

    public void Dispose()
    {
        _writer?.Dispose();
        while (_readers.TryPop(out var reader)) reader.Dispose();
        _file?.Dispose();
        _file = null;
    }

    /// <summary>Adds a column to a table that was created before there was such a column; a table to be created will have it.</summary>
    private static void AddColumn(SqliteConnection connection, SqliteTransaction transaction, string table, string column, string type)
    {
        var columns = connection.Query("SELECT name FROM pragma_table_info($table)", row => row.GetString(0), ("$table", table));
        if (columns.Count > 0 && !columns.Contains(column, StringComparer.Ordinal))
            Execute(connection, $"ALTER TABLE {table} ADD COLUMN {column} {type}", transaction);
    }

    private SqliteSession OpenSession() => new(Open());

    private T ReadAndRelease<T>(Func<SqliteSession, T> work)
    {
        SqliteSession? reader = null;
        try
        {
            if (!_readers.TryPop(out reader)) reader = OpenSession();
            var result = work(reader);
            ThrowIfGone();
            _readers.Push(reader);
            reader = null;
            return result;
        }
        finally
        {
            reader?.Dispose(); // where something went wrong: nobody knows how it stands
            _room.Release();
        }
    }

    private string? WhyGone()
    {
        if (_file is not { } file || OperatingSystem.IsWindows()) return null;
        if (!file.IsInPlace) return $"The file {Path} was removed, moved or replaced while it was in use.";
        // A connection is always open, so both are always there.
        if (!File.Exists($"{Path}-wal") || !File.Exists($"{Path}-shm"))
            return $"{Path}-wal or {Path}-shm, which belong to the database, were removed while it was in use.";
        return folder is null or { IsHeld: true }
            ? null
            : $"The lock file of the folder of {Path} was removed or replaced: another process may work in the folder.";
    }

    private static string ConnectionString(string path, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = mode,
        ForeignKeys = true,
        Pooling = false,
        DefaultTimeout = 5,
    }.ToString();

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }
}
