using System.Data;
using Microsoft.Data.Sqlite;

namespace SlaMonitor.Local.Sqlite;

/// <summary>
/// One SQLite file, opened the same way everywhere: a commit that has returned survives the death of the process and of the machine.
/// </summary>
/// <param name="path">The file; its folder is created when missing.</param>
internal sealed class SqliteDatabase(string path) : IDisposable
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        Pooling = true,
        DefaultTimeout = 5,
    }.ToString();

    public string Path { get; } = path;

    /// <summary>Opens a pooled connection; dispose it as soon as the transaction is done.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        Configure(connection);
        return connection;
    }

    /// <inheritdoc cref="Open"/>
    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        Configure(connection);
        return connection;
    }

    /// <summary>Creates the folder, the file and the tables; every statement of <paramref name="sql"/> must bear being run again.</summary>
    public void CreateSchema(string sql)
    {
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is { } folder)
            Directory.CreateDirectory(folder);
        using var connection = Open();
        // WAL is a property of the file: readers do not wait for the writer, and a commit costs one fsync.
        Execute(connection, "PRAGMA journal_mode = WAL;");
        using var transaction = connection.BeginTransaction(IsolationLevel.Serializable);
        Execute(connection, sql, transaction);
        transaction.Commit();
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
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

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
