using Microsoft.Data.Sqlite;
using SlaMonitor.Benchmarks.Load;

namespace SlaMonitor.Benchmarks.Boards;

/// <summary>
/// A data folder with very many open promises. The monitor itself takes one ticket in, and SQL copies what is filed of it.
/// </summary>
internal sealed class BoardFile(string program, DirectoryInfo folder)
{
    /// <summary>How many promises a ticket has.</summary>
    public const int PromisesOfATicket = 2;

    private const string Ticket = "pattern-0";

    private const string Agreement = """
        agreement: load
        title: Load
        version: 1
        effectiveFrom: 2024-01-01
        timeZone: Europe/Berlin
        language: en
        provider: { name: Us, contact: lead }
        customer: { name: Them, contact: lead }
        calendars: { office: { week: { mon-fri: "09:00-18:00" } } }
        targets:
          - { id: response, metric: firstResponse, within: 4h, calendar: office }
          - { id: resolution, metric: resolution, within: 18h, calendar: office }
        contacts:
          lead: { email: lead@example.com }
        fallbackContact: lead
        """;

    /// <summary>A day after the first ticket: what was due by then is broken.</summary>
    private static readonly Instant Now = LoadEvents.Start + Duration.FromHours(24);

    /// <summary>Starts the monitor in the folder. It evaluates nothing: the tickets of the copied promises are not there.</summary>
    public Task<MeasuredServer> StartAsync() => StartAsync(Now);

    /// <summary>Fills the folder.</summary>
    /// <param name="tickets">How many tickets are open.</param>
    public async Task CreateAsync(int tickets)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("agreements").FullName, "load.yaml"), Agreement);
        await using (var monitor = await StartAsync(LoadEvents.Start + Duration.FromHours(2)))
        {
            using var connection = await LoadConnection.OpenAsync(monitor.Port);
            await connection.PostAsync(LoadEvents.Created(Ticket, LoadEvents.Start, "normal", "anna@example.com"));
            await monitor.StopAsync();
        }

        Copy(tickets);
    }

    private Task<MeasuredServer> StartAsync(Instant at) => MeasuredServer.StandingMonitorAsync(
        program, folder, at, "--set", $"Agreements:Folder={Path.Combine(folder.FullName, "agreements")}");

    /// <summary>Each ticket is due a second after the one before, has a title of usual length, and one of forty customers.</summary>
    private void Copy(int tickets)
    {
        var database = Path.Combine(folder.FullName, "data", "monitor.db");
        var source = new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString();
        using var connection = new SqliteConnection(source);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            CREATE TEMP TABLE pattern AS SELECT * FROM outcomes WHERE ticket = '{Ticket}' AND shelf = 0;
            CREATE TEMP TABLE number AS
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $tickets) SELECT i FROM n;
            INSERT INTO outcomes (ticket, shelf, clock, at, agreement, body)
            SELECT printf('ticket-%07d', i), shelf, clock, at + i * 10000000, agreement,
                json_set(replace(body, '{Ticket}', printf('ticket-%07d', i)),
                    '$.dueAt', json_extract(body, '$.dueAt') + i * 10000000,
                    '$.facts.title', printf('The printer on floor %d prints every second page twice', i % 17),
                    '$.facts.customer', printf('Customer %d', i % 40))
            FROM number, pattern;
            """;
        command.Parameters.AddWithValue("$tickets", tickets - 1);
        command.ExecuteNonQuery();
    }
}
