using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SlaMonitor.Local.Sqlite;

/// <summary>
/// A connection that is kept, with its statements prepared: each is compiled when it is first used. Used by one thread at a time.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    /// <param name="connection">A connection that is open and configured; the session closes it.</param>
    public SqliteSession(SqliteConnection connection) => Connection = connection;

    public SqliteConnection Connection { get; }

    /// <summary>Whether what was written since the last <see cref="Redo"/> is to be undone.</summary>
    public bool IsUndone { get; private set; }

    /// <summary>Whether a transaction is open. SQLite ends one by itself when the disk is full or broken.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(Connection.Handle) == 0;

    /// <summary>Undoes, when the work is done, all that this work has written; of others in the same commit nothing.</summary>
    /// <returns>The answer, so that a work can end with it.</returns>
    public T Undo<T>(T answer)
    {
        IsUndone = true;
        return answer;
    }

    /// <summary>Begins the next work.</summary>
    public void Redo() => IsUndone = false;

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">A constant: it is kept as long as the connection. Its parameters always come in the same order.</param>
    /// <param name="parameters">What it is about.</param>
    /// <returns>How many rows were changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Statement(sql, parameters).Execute(parameters);

    /// <summary>Runs a query.</summary>
    /// <inheritdoc cref="Execute"/>
    public List<T> Query<T>(string sql, Func<SqliteRow, T> row, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Statement(sql, parameters).Query(row, parameters);

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
        Connection.Dispose();
    }

    private SqliteStatement Statement(string sql, ReadOnlySpan<(string Name, object? Value)> parameters) =>
        _statements.TryGetValue(sql, out var statement)
            ? statement
            : _statements[sql] = new SqliteStatement(Connection.Handle!, sql, parameters);
}
