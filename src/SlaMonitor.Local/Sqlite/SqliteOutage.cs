using Microsoft.Data.Sqlite;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Sqlite;

/// <summary>Tells what keeps a file from being used, and what a person can mend, from a mistake of the program.</summary>
internal static class SqliteOutage
{
    /// <summary>
    /// SQLite's result codes for a file that is busy, away, full or not to be written just now (sqlite.org/rescode.html).
    /// </summary>
    private static readonly int[] Passing =
    [
        5, // SQLITE_BUSY
        6, // SQLITE_LOCKED
        8, // SQLITE_READONLY
        10, // SQLITE_IOERR
        13, // SQLITE_FULL
        14, // SQLITE_CANTOPEN
        15, // SQLITE_PROTOCOL
    ];

    /// <summary>SQLite's result codes for a file whose content is wrong: a person has to bring a good one.</summary>
    private static readonly int[] Damage =
    [
        11, // SQLITE_CORRUPT
        26, // SQLITE_NOTADB
    ];

    /// <summary>Whether the file cannot be used, so that the sender keeps its event and sends it again.</summary>
    public static bool Is(SqliteException e) => Passing.Contains(e.SqliteErrorCode) || IsDamage(e);

    /// <summary>What is wrong with a file, and what to do where only a person can do it.</summary>
    public static string Explain(string path, Exception e) => e is SqliteException damage && IsDamage(damage)
        ? $"The database {path} is damaged, or is no database: {e.Message} Stop the monitor and run it with --doctor, "
            + "which says what is wrong and, with --rebuild, mends what can be mended; or restore a backup into an empty folder."
        : $"The database {path} cannot be used now: {e.Message}";

    /// <summary>Reads, and turns an outage into <see cref="StoreUnavailableException"/>.</summary>
    public static Task<T> ReadAsync<T>(SqliteDatabase database, Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        TranslatedAsync(database, () => database.ReadAsync(work, cancellationToken));

    /// <summary>
    /// Writes as <see cref="SqliteDatabase.WriteAsync"/> does, and turns an outage into <see cref="StoreUnavailableException"/>.
    /// </summary>
    public static Task<T> WriteAsync<T>(SqliteDatabase database, Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        TranslatedAsync(database, () => database.WriteAsync(work, cancellationToken));

    /// <summary>Reads in the caller's own time: for what is done once, or seldom.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static T Read<T>(SqliteDatabase database, Func<SqliteSession, T> work) =>
        ReadAsync(database, work, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Writes in the caller's own time: for what is done once, or seldom.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public static T Write<T>(SqliteDatabase database, Func<SqliteSession, T> work) =>
        WriteAsync(database, work, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Creates tables, and adds columns that the tables of an earlier version have not, with the same translation.</summary>
    public static void CreateSchema(
        SqliteDatabase database, string sql, params ReadOnlySpan<(string Table, string Column, string Type)> added)
    {
        try
        {
            database.CreateSchema(sql, added);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || e is SqliteException s && Is(s))
        {
            throw Unavailable(database, e);
        }
    }

    /// <summary>Empties the log ahead of a database, with the same translation.</summary>
    public static void CutLog(SqliteDatabase database)
    {
        try
        {
            database.CutLog();
        }
        catch (SqliteException e) when (Is(e))
        {
            throw Unavailable(database, e);
        }
    }

    private static async Task<T> TranslatedAsync<T>(SqliteDatabase database, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException e) when (Is(e))
        {
            throw Unavailable(database, e);
        }
    }

    private static bool IsDamage(SqliteException e) => Damage.Contains(e.SqliteErrorCode);

    private static StoreUnavailableException Unavailable(SqliteDatabase database, Exception e) => new(Explain(database.Path, e), e);
}
