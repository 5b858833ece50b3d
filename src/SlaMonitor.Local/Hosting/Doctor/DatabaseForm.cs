using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Local.Hosting.Timers;
using SlaMonitor.Local.Queues;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;

namespace SlaMonitor.Local.Hosting.Doctor;

/// <summary>The tables and indexes of a database. What this version expects, its own stores say.</summary>
/// <param name="Tables">The columns of each table, in their order.</param>
/// <param name="Indexes">The names of the indexes.</param>
internal sealed record DatabaseForm(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Tables, IReadOnlySet<string> Indexes)
{
    /// <summary>Makes an empty database as this version makes it, or adds what is missing to one of an earlier version.</summary>
    public static void Create(string name, string path, TimeProvider time)
    {
        using var database = new SqliteDatabase(path);
        switch (name)
        {
            case DataFiles.Queues:
                new QueueStore(database, new QueueOptions(), time).Dispose();
                break;
            case DataFiles.Timers:
                new TimerStore(database).Dispose();
                break;
            default:
                _ = new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance);
                _ = new SqliteNotificationLedger(database, NullLogger<SqliteNotificationLedger>.Instance);
                _ = new SqliteMailManifests(database);
                _ = new SqliteMonitorNotes(database);
                _ = new SqliteAuditLog(database);
                break;
        }
    }

    /// <summary>What this version makes of a database of this name.</summary>
    public static DatabaseForm Expected(string name, TimeProvider time)
    {
        var folder = Directory.CreateTempSubdirectory("sla-doctor-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            Create(name, path, time);
            using var connection = Open(path);
            return Of(connection);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Opens a database that is there, to look at it or to mend it, also one that has lost its end.</summary>
    /// <exception cref="SqliteException">It cannot be opened, or is no database.</exception>
    public static SqliteConnection Open(string path)
    {
        var place = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            ForeignKeys = false,
        };
        var connection = new SqliteConnection(place.ToString());
        try
        {
            connection.Open();
            // Without it SQLite reads nothing of a file that is shorter than its first page says.
            connection.Execute("PRAGMA writable_schema = ON");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Reads the form of a database.</summary>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    public static DatabaseForm Of(SqliteConnection connection)
    {
        var names = connection.Query(
            "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'", row => (row.GetString(0), Name: row.GetString(1)));
        return new(
            names.Where(entry => entry.Item1 == "table").ToDictionary(
                entry => entry.Name,
                entry => (IReadOnlyList<string>)connection.Query(
                    "SELECT name FROM pragma_table_info($table)", row => row.GetString(0), ("$table", entry.Name)),
                StringComparer.Ordinal),
            names.Where(entry => entry.Item1 == "index").Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>What this form has and another has not.</summary>
    public IReadOnlyList<string> Beyond(DatabaseForm other) =>
    [
        .. Tables.SelectMany(table => other.Tables.TryGetValue(table.Key, out var columns)
            ? table.Value.Except(columns, StringComparer.Ordinal).Select(column => $"{table.Key}.{column}")
            : [$"table {table.Key}"]),
        .. Indexes.Except(other.Indexes, StringComparer.Ordinal).Select(index => $"index {index}"),
    ];
}
