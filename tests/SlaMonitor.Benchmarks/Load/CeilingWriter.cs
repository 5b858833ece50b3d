using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>
/// The least that an event can cost on SQLite: one thread, two prepared statements, a ticket row and an event row, one
/// commit for all that is
/// queued, and the answer after it.
/// </summary>
internal sealed class CeilingWriter
{
    private readonly Channel<(CeilingEvent Event, TaskCompletionSource Stored)> _queue =
        Channel.CreateUnbounded<(CeilingEvent, TaskCompletionSource)>(new() { SingleReader = true });

    private readonly string _file;

    public CeilingWriter(string file)
    {
        _file = file;
        new Thread(Write) { IsBackground = true, Name = "Writer" }.Start();
    }

    /// <summary>Done when the event is on the disk.</summary>
    public Task StoreAsync(CeilingEvent e)
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Writer.TryWrite((e, stored));
        return stored.Task;
    }

    private void Write()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ToString());
        connection.Open();
        using (var schema = connection.CreateCommand())
        {
            schema.CommandText = """
                PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                CREATE TABLE tickets (
                    ticket TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, state TEXT NOT NULL, next_look INTEGER NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE events (
                    ticket TEXT NOT NULL, source TEXT NOT NULL, id TEXT NOT NULL, time INTEGER NOT NULL, type TEXT NOT NULL,
                    change TEXT NOT NULL, PRIMARY KEY (ticket, source, id)
                ) STRICT;
                """;
            schema.ExecuteNonQuery();
        }

        using var begin = Prepared(connection, "BEGIN IMMEDIATE");
        using var commit = Prepared(connection, "COMMIT");
        using var ticket = Prepared(
            connection,
            """
            INSERT INTO tickets (ticket, version, state, next_look) VALUES ($ticket, 1, '{}', $time)
            ON CONFLICT DO UPDATE SET version = version + 1, next_look = excluded.next_look
            """,
            "$ticket", "$time");
        using var log = Prepared(
            connection,
            "INSERT INTO events (ticket, source, id, time, type, change) VALUES ($ticket, $source, $id, $time, $type, $change)",
            "$ticket", "$source", "$id", "$time", "$type", "$change");
        var stored = new List<TaskCompletionSource>();
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            begin.ExecuteNonQuery();
            while (_queue.Reader.TryRead(out var next))
            {
                var e = next.Event;
                Run(ticket, e.Subject, e.Time.UtcTicks);
                Run(log, e.Subject, e.Source, e.Id, e.Time.UtcTicks, e.Type, e.Data.GetRawText());
                stored.Add(next.Stored);
            }

            commit.ExecuteNonQuery();
            foreach (var one in stored) one.SetResult();
            stored.Clear();
        }
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters) command.Parameters.AddWithValue(name, null);
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
