using Microsoft.Data.Sqlite;

namespace SlaMonitor.Local.Storage;

internal static class SqliteCommands
{
    /// <summary>A command with its parameters; <c>null</c> stands for SQL's own.</summary>
    public static SqliteCommand Command(
        this SqliteConnection connection, SqliteTransaction? transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every caller passes a constant; values travel as parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    /// <summary>A write transaction: it takes the write lock at once (BEGIN IMMEDIATE), so that what it reads cannot change before it writes.</summary>
    public static SqliteTransaction BeginWrite(this SqliteConnection connection) => connection.BeginTransaction(deferred: false);
}
