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

    // SQLite has one writer, and each connection needs three files: more at once would only wait inside, with their files open.
    private const int MostAtOnce = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = logger ?? NullLogger.Instance;
    private readonly string _connectionString = ConnectionString(path, SqliteOpenMode.ReadWrite);
    private readonly string _creatingString = ConnectionString(path, SqliteOpenMode.ReadWriteCreate);
    private readonly Lock _opening = new();
    private readonly SemaphoreSlim _room = new(MostAtOnce);
    private PlacedFile? _file;
    private bool _isGone;

    public string Path { get; } = path;

    /// <summary>Opens a pooled connection; dispose it as soon as the transaction is done.</summary>
    /// <exception cref="SqliteException">It cannot be opened, or is no longer where it was.</exception>
    public SqliteConnection Open()
    {
        ThrowIfGone();
        var connection = New();
        connection.Open();
        Configure(connection);
        return connection;
    }

    /// <summary>Opens a connection and works on it, as one of a few at once.</summary>
    /// <exception cref="SqliteException">It cannot be opened, is no longer where it was, or too many wait for it.</exception>
    public async Task<T> WorkAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        if (!await _room.WaitAsync(Patience, cancellationToken)) throw new SqliteException("Too many wait for it.", Busy);
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            var result = await work(connection);
            ThrowIfGone();
            return result;
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Creates the folder, the file and the tables; every statement of <paramref name="sql"/> must bear being run again.</summary>
    public void CreateSchema(string sql)
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

    /// <summary>Adds a column to a table that was created before there was such a column.</summary>
    public void AddColumn(string table, string column, string type)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var isThere = connection.Query(
            "SELECT 1 FROM pragma_table_info($table) WHERE name = $column",
            row => row.GetInt32(0),
            ("$table", table),
            ("$column", column)).Count > 0;
        if (!isThere) Execute(connection, $"ALTER TABLE {table} ADD COLUMN {column} {type}", transaction);
        transaction.Commit();
    }

    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
        foreach (var pool in (string[])[_connectionString, _creatingString])
        {
            using var connection = new SqliteConnection(pool);
            SqliteConnection.ClearPool(connection);
        }
    }

    // Once the file is there it is not made again: a new, empty one in the place of one that was removed would take events.
    private SqliteConnection New() => new(_file is null ? _creatingString : _connectionString);

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        ThrowIfGone();
        var connection = New();
        await connection.OpenAsync(cancellationToken);
        Configure(connection);
        return connection;
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
        Pooling = true,
        DefaultTimeout = 5,
    }.ToString();

    // These belong to a connection and not to the file, so each one is told. FULL: a commit waits for the disk.
    private static void Configure(SqliteConnection connection) =>
        Execute(connection, "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }
}
