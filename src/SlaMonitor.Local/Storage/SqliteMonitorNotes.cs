using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Local.Storage;

/// <summary>The monitor's notes, in the same SQLite file as its tickets.</summary>
internal sealed class SqliteMonitorNotes : IMonitorNotes
{
    private readonly SqliteDatabase _database;

    public SqliteMonitorNotes(SqliteDatabase database)
    {
        _database = database;
        SqliteOutage.CreateSchema(database, MonitorSchema.Notes);
    }

    public Task KeepAsync(MonitorNote note, CancellationToken cancellationToken)
    {
        MonitorNoteGuard.ThrowIfWrong(note);
        const string Sql = """
            INSERT INTO notes (name, text, at) VALUES ($name, $text, $at)
            ON CONFLICT (name) DO UPDATE SET text = excluded.text, at = excluded.at
            """;
        return SqliteOutage.RunAsync(
            _database,
            async connection =>
            {
                await using var upsert = connection.Command(
                    Sql, ("$name", note.Name), ("$text", note.Text), ("$at", StoredInstant.ToTicks(note.At)));
                return await upsert.ExecuteNonQueryAsync(cancellationToken);
            },
            cancellationToken);
    }

    public Task<MonitorNote?> FindAsync(string name, CancellationToken cancellationToken)
    {
        StoredKey.ThrowIfWrong(name);
        return SqliteOutage.RunAsync(
            _database,
            async connection =>
            {
                await using var select = connection.Command("SELECT text, at FROM notes WHERE name = $name", ("$name", name));
                await using var row = await select.ExecuteReaderAsync(cancellationToken);
                return await row.ReadAsync(cancellationToken)
                    ? new MonitorNote(name, row.GetString(0), StoredInstant.FromTicks(row.GetInt64(1)))
                    : null;
            },
            cancellationToken);
    }
}
