using System.Text;
using SQLitePCL;

namespace SlaMonitor.Local.Sqlite;

/// <summary>The row that a query stands at; to be read before the next one is.</summary>
internal readonly struct SqliteRow(sqlite3_stmt statement)
{
    public bool IsDBNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    public int GetInt32(int column) => checked((int)GetInt64(column));

    public bool GetBoolean(int column) => GetInt64(column) != 0;

    /// <summary>The text of a column.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public string GetString(int column) => Text(column) ?? throw new InvalidOperationException($"Column {column} is NULL.");

    /// <summary>The text of a column; <c>null</c> where there is none.</summary>
    public string? Text(int column) =>
        IsDBNull(column) ? null : Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, column));
}
