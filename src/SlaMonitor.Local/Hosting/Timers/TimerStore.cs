using NodaTime;
using SlaMonitor.Local.Sqlite;

namespace SlaMonitor.Local.Hosting.Timers;

/// <summary>
/// When each timer ran last, or since when its first run is waited for, so that a stretch slept through is noticed at the next start.
/// </summary>
internal sealed class TimerStore : IDisposable
{
    private readonly SqliteDatabase _database;

    public TimerStore(SqliteDatabase database)
    {
        _database = database;
        SqliteOutage.CreateSchema(
            _database,
            "CREATE TABLE IF NOT EXISTS timer (name TEXT PRIMARY KEY, schedule TEXT NOT NULL, last INTEGER NOT NULL) WITHOUT ROWID;");
    }

    /// <summary>The last run under this very schedule; a changed schedule starts anew.</summary>
    public Instant? Last(string name, TimerSchedule schedule) =>
        SqliteOutage.Read(_database, session => session.Query(
            "SELECT last FROM timer WHERE name = $name AND schedule = $schedule",
            row => (Instant?)Instant.FromUnixTimeMilliseconds(row.GetInt64(0)),
            ("$name", name), ("$schedule", schedule.Text)).FirstOrDefault());

    public void Save(string name, TimerSchedule schedule, Instant last) =>
        SqliteOutage.Write(_database, session => session.Execute(
            """
            INSERT INTO timer (name, schedule, last) VALUES ($name, $schedule, $last)
            ON CONFLICT (name) DO UPDATE SET schedule = excluded.schedule, last = excluded.last
            """,
            ("$name", name), ("$schedule", schedule.Text), ("$last", last.ToUnixTimeMilliseconds())));

    public void Dispose() => _database.Dispose();
}
