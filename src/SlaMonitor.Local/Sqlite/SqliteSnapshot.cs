using Microsoft.Data.Sqlite;

namespace SlaMonitor.Local.Sqlite;

/// <summary>
/// Several databases as of one moment, while others go on writing to them. For that moment all of them are locked for writing; what is
/// read afterwards is what they held then.
/// </summary>
internal sealed class SqliteSnapshot : IDisposable
{
    private const int PatienceSeconds = 30;

    private readonly Dictionary<string, SqliteConnection> _readers = new(StringComparer.Ordinal);

    /// <param name="paths">Databases that are there. Whoever takes several always takes them in the same order.</param>
    /// <exception cref="SqliteException">One of them cannot be read, or is being written for half a minute.</exception>
    public SqliteSnapshot(IReadOnlyList<string> paths)
    {
        var writers = new List<SqliteConnection>();
        try
        {
            foreach (var path in paths)
            {
                var writer = Open(path);
                writers.Add(writer);
                writer.Execute("BEGIN IMMEDIATE");
            }

            foreach (var path in paths)
            {
                _readers[path] = Open(path);
                _readers[path].Execute("BEGIN");
                _readers[path].Query("SELECT count(*) FROM sqlite_schema", row => row.GetInt64(0)); // the snapshot begins with a read
            }
        }
        catch
        {
            Dispose();
            throw;
        }
        finally
        {
            foreach (var writer in writers) writer.Dispose(); // which rolls back nothing but a lock
        }
    }

    /// <summary>Writes one of them into a file of its own, which needs no log beside it.</summary>
    public void CopyTo(string path, string copy)
    {
        var place = new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
        using var destination = new SqliteConnection(place.ToString());
        destination.Open();
        _readers[path].BackupDatabase(destination);
        destination.Execute("PRAGMA journal_mode = DELETE");
    }

    public void Dispose()
    {
        foreach (var reader in _readers.Values) reader.Dispose();
    }

    private static SqliteConnection Open(string path)
    {
        var place = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = PatienceSeconds,
        };
        var connection = new SqliteConnection(place.ToString());
        connection.Open();
        return connection;
    }
}
