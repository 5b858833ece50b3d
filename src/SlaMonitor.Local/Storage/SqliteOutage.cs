using Microsoft.Data.Sqlite;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Storage;

/// <summary>Tells "try again later" from a mistake of the program.</summary>
internal static class SqliteOutage
{
    /// <summary>
    /// SQLite's result codes for a file that is busy, away, full or not to be written just now (sqlite.org/rescode.html).
    /// </summary>
    private static readonly int[] Codes =
    [
        5, // SQLITE_BUSY
        6, // SQLITE_LOCKED
        8, // SQLITE_READONLY
        10, // SQLITE_IOERR
        13, // SQLITE_FULL
        14, // SQLITE_CANTOPEN
        15, // SQLITE_PROTOCOL
    ];

    /// <summary>Whether SQLite means "not now" rather than "never".</summary>
    public static bool Is(SqliteException e) => Codes.Contains(e.SqliteErrorCode);

    /// <summary>Works on an open connection and turns an outage into <see cref="StoreUnavailableException"/>.</summary>
    public static async Task<T> RunAsync<T>(
        SqliteDatabase database, Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            return await work(connection);
        }
        catch (SqliteException e) when (Is(e))
        {
            throw Unavailable(database, e);
        }
    }

    /// <summary>Creates tables, and adds columns that the tables of an earlier version have not, with the same translation.</summary>
    public static void CreateSchema(
        SqliteDatabase database, string sql, params ReadOnlySpan<(string Table, string Column, string Type)> added)
    {
        try
        {
            database.CreateSchema(sql);
            foreach (var (table, column, type) in added) database.AddColumn(table, column, type);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || e is SqliteException s && Is(s))
        {
            throw Unavailable(database, e);
        }
    }

    private static StoreUnavailableException Unavailable(SqliteDatabase database, Exception e) =>
        new($"The database {database.Path} cannot be used now: {e.Message}", e);
}
