using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SlaMonitor.Benchmarks.Load;

namespace SlaMonitor.Benchmarks.Due;

/// <summary>
/// A data folder with very many open tickets, few of them due. The monitor itself writes one ticket of each kind, and SQL copies its rows.
/// </summary>
internal sealed class DueFile(string program, DirectoryInfo folder)
{
    /// <summary>What the clock shows when the tickets are created.</summary>
    public static readonly Instant Start = LoadEvents.Start;

    /// <summary>When the tickets that warm the program up have come due.</summary>
    public static readonly Instant WarmUpDue = Start + Duration.FromHours(4) + Duration.FromMinutes(1);

    /// <summary>When the tickets that count have come due too.</summary>
    public static readonly Instant AllDue = Start + Duration.FromHours(8) + Duration.FromMinutes(1);

    private const string Agreement = """
        agreement: load
        title: Load
        version: 1
        effectiveFrom: 2024-01-01
        timeZone: Europe/Berlin
        language: en
        provider: { name: Us, contact: lead }
        customer: { name: Them, contact: lead }
        calendars: { always: 24x7 }
        targets:
          - { id: early, metric: firstResponse, when: { priority: [urgent] }, within: 4h, calendar: always }
          - { id: late, metric: firstResponse, when: { priority: [high] }, within: 8h, calendar: always }
          - { id: far, metric: firstResponse, within: 2000h, calendar: always }
        escalation:
          - steps:
              - { at: due, notify: [assignee] }
        contacts:
          lead: { email: lead@example.com }
        fallbackContact: lead
        """;

    private static readonly (string Id, string Priority)[] Patterns = [("early-0", "urgent"), ("late-0", "high"), ("far-0", "normal")];

    private string Database => Path.Combine(folder.FullName, "data", "monitor.db");

    /// <summary>Starts the monitor in the folder.</summary>
    public Task<MeasuredServer> StartAsync(params string[] options) => MeasuredServer.StandingMonitorAsync(
        program, folder, Start, [.. options, "--set", $"Agreements:Folder={Path.Combine(folder.FullName, "agreements")}"]);

    /// <summary>Writes a ticket of each kind, and copies the one that is not due.</summary>
    public async Task CreateAsync(int open)
    {
        var agreements = folder.CreateSubdirectory("agreements");
        await File.WriteAllTextAsync(Path.Combine(agreements.FullName, "load.yaml"), Agreement);
        await using (var monitor = await StartAsync())
        {
            using var connection = await LoadConnection.OpenAsync(monitor.Port);
            foreach (var (id, priority) in Patterns)
                await connection.PostAsync(LoadEvents.Created(id, Start, priority, "nobody@example.com"));
            await monitor.StopAsync();
        }

        Run(connection =>
        {
            Execute(connection, "CREATE TABLE pattern_tickets AS SELECT * FROM tickets");
            Execute(connection, "CREATE TABLE pattern_events AS SELECT * FROM events");
            Execute(connection, "DELETE FROM events; DELETE FROM tickets");
            Copy(connection, "far", open, people: 1);
        });
    }

    /// <summary>Lets tickets come due anew, as if nothing had ever been told.</summary>
    /// <param name="warmUp">How many come due first.</param>
    /// <param name="due">How many come due later.</param>
    /// <param name="people">Among how many people they are.</param>
    public void Arm(int warmUp, int due, int people)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.FullName, "data")))
        {
            if (!Path.GetFileName(file).StartsWith("monitor.db", StringComparison.Ordinal)) File.Delete(file);
        }

        Run(connection =>
        {
            Execute(connection, "DELETE FROM events WHERE ticket < 'far'; DELETE FROM tickets WHERE ticket < 'far'");
            Execute(connection, "DELETE FROM events WHERE ticket > 'fas'; DELETE FROM tickets WHERE ticket > 'fas'");
            Execute(connection, "DELETE FROM notifications; DELETE FROM mails; DELETE FROM notes");
            Copy(connection, "early", warmUp, people);
            Copy(connection, "late", due, people);
        });
    }

    /// <summary>The least that it can cost: read what is due with state and log, and write each row, in one commit.</summary>
    public TimeSpan MeasureBare(int due)
    {
        var began = Stopwatch.GetTimestamp();
        Run(connection =>
        {
            using var read = connection.CreateCommand();
            read.CommandText =
                $"SELECT t.ticket, t.state, e.change FROM tickets t JOIN events e USING (ticket) WHERE next_look < {Due} LIMIT {due}";
            var tickets = new List<string>();
            using (var reader = read.ExecuteReader())
            {
                while (reader.Read()) tickets.Add(reader.GetString(0));
            }

            using var write = connection.CreateCommand();
            write.CommandText = "UPDATE tickets SET version = version + 1, state = state WHERE ticket = $ticket";
            var parameter = write.Parameters.AddWithValue("$ticket", "");
            foreach (var ticket in tickets)
            {
                parameter.Value = ticket;
                write.ExecuteNonQuery();
            }
        });
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>How many notifications are recorded as sent, of those that came due later.</summary>
    public long Sent()
    {
        using var connection = Open();
        return Read(connection, "SELECT count(*) FROM notifications WHERE ticket >= 'late' AND state = 'sent'");
    }

    /// <summary>How many of the tickets that came due later are recorded as told.</summary>
    public long Recorded()
    {
        using var connection = Open();
        return Read(connection, "SELECT count(*) FROM tickets WHERE ticket >= 'late' AND next_look IS NULL");
    }

    private static string Due => AllDue.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture);

    private static void Copy(SqliteConnection connection, string kind, int count, int people)
    {
        Execute(
            connection,
            $"""
            CREATE TEMP TABLE number AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT i FROM n;
            INSERT INTO tickets (ticket, version, state, next_look)
            SELECT printf('{kind}-%07d', i), version, state, next_look FROM number, pattern_tickets WHERE ticket = '{kind}-0';
            INSERT INTO events (ticket, source, id, time, type, type_name, change, trace_parent)
            SELECT printf('{kind}-%07d', i), source, id, time, type, type_name,
                replace(change, 'nobody@', printf('p%d@', i % {people})), trace_parent
            FROM number, pattern_events WHERE ticket = '{kind}-0';
            DROP TABLE number;
            """);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants and numbers of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private void Run(Action<SqliteConnection> work)
    {
        using var connection = Open();
        Execute(connection, "PRAGMA synchronous = FULL; BEGIN IMMEDIATE");
        work(connection);
        Execute(connection, "COMMIT");
    }
}
