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
        return SqliteOutage.WriteAsync(
            _database,
            session => session.Execute(
                """
                INSERT INTO notes (name, text, at) VALUES ($name, $text, $at)
                ON CONFLICT (name) DO UPDATE SET text = excluded.text, at = excluded.at
                """,
                ("$name", note.Name), ("$text", note.Text), ("$at", StoredInstant.ToTicks(note.At))),
            cancellationToken);
    }

    public Task<MonitorNote> AddAsync(MonitorNote note, CancellationToken cancellationToken)
    {
        MonitorNoteGuard.ThrowIfWrong(note);
        return SqliteOutage.WriteAsync(
            _database,
            session =>
            {
                session.Execute(
                    "INSERT INTO notes (name, text, at) VALUES ($name, $text, $at) ON CONFLICT DO NOTHING",
                    ("$name", note.Name), ("$text", note.Text), ("$at", StoredInstant.ToTicks(note.At)));
                return Find(session, note.Name)!;
            },
            cancellationToken);
    }

    public Task<MonitorNote?> FindAsync(string name, CancellationToken cancellationToken)
    {
        StoredKey.ThrowIfWrong(name);
        return SqliteOutage.ReadAsync(_database, session => Find(session, name), cancellationToken);
    }

    public async Task<KeptPage<MonitorNote>> ReadAsync(string prefix, string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var range = prefix.Length == 0 ? string.Empty : "AND name >= $prefix AND name < $end";
        var notes = await SqliteOutage.ReadAsync(
            _database,
            session => session.Query(
                $"SELECT name, text, at FROM notes WHERE name > $after {range} ORDER BY name LIMIT $limit",
                row => new MonitorNote(row.GetString(0), row.GetString(1), StoredInstant.FromTicks(row.GetInt64(2))),
                prefix.Length == 0
                    ? [("$after", after ?? string.Empty), ("$limit", most)]
                    : [("$after", after ?? string.Empty), ("$prefix", prefix), ("$end", StoredKey.After(prefix)), ("$limit", most)]),
            cancellationToken);
        return new(notes, notes.Count < most ? null : notes[^1].Name);
    }

    public Task DropAsync(string name, CancellationToken cancellationToken)
    {
        StoredKey.ThrowIfWrong(name);
        return SqliteOutage.WriteAsync(
            _database, session => session.Execute("DELETE FROM notes WHERE name = $name", ("$name", name)), cancellationToken);
    }

    private static MonitorNote? Find(SqliteSession session, string name) => session.Query(
        "SELECT text, at FROM notes WHERE name = $name",
        row => new MonitorNote(name, row.GetString(0), StoredInstant.FromTicks(row.GetInt64(1))),
        ("$name", name)).FirstOrDefault();
}
