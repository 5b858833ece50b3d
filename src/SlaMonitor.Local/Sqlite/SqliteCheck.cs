using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SlaMonitor.Local.Sqlite;

/// <summary>Looks whether a database is whole, while others may write to it.</summary>
internal static class SqliteCheck
{
    private const int Interrupted = 9; // SQLITE_INTERRUPT

    /// <summary>Reads the whole file; a gigabyte takes some seconds.</summary>
    /// <returns>What is wrong, the first ten of it; empty where nothing is.</returns>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static IReadOnlyList<string> Run(string path, CancellationToken cancellationToken)
    {
        var place = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        try
        {
            using var connection = new SqliteConnection(place.ToString());
            connection.Open();
            cancellationToken.ThrowIfCancellationRequested();
            using var stop = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));
            var said = connection.Query("PRAGMA quick_check(10)", row => row.GetString(0));
            return said is ["ok"] ? [] : said;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Interrupted)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (SqliteException e)
        {
            return [e.Message];
        }
    }
}
