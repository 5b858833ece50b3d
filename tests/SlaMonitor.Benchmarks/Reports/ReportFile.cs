using Microsoft.Data.Sqlite;
using SlaMonitor.Benchmarks.Load;

namespace SlaMonitor.Benchmarks.Reports;

/// <summary>
/// A data folder with a month of very many decided promises. The monitor itself takes one ticket in, and SQL copies what is filed of it.
/// </summary>
internal sealed class ReportFile(string program, DirectoryInfo folder)
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

    /// <summary>A month after that of the promises.</summary>
    private static readonly Instant After = LoadEvents.Start + Duration.FromDays(45);

    /// <summary>Starts the monitor in the folder, when the month is over.</summary>
    public Task<MeasuredServer> StartAsync() => StartAsync(After);

    /// <summary>Fills the folder.</summary>
    /// <param name="promises">How many promises were decided in the month.</param>
    public async Task CreateAsync(int promises)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("agreements").FullName, "load.yaml"), Agreement);
        await using (var monitor = await StartAsync(LoadEvents.Start + Duration.FromHours(2)))
        {
            using var connection = await LoadConnection.OpenAsync(monitor.Port);
            await connection.PostAsync(LoadEvents.Created(Ticket, LoadEvents.Start, "normal", "anna@example.com"));
            await connection.PostAsync(LoadEvents.Resolved(Ticket, LoadEvents.Start + Duration.FromHours(1)));
            await monitor.StopAsync();
        }

        Copy(promises / PromisesOfATicket);
    }

    private Task<MeasuredServer> StartAsync(Instant at) => MeasuredServer.StandingMonitorAsync(
        program, folder, at, "--set", $"Agreements:Folder={Path.Combine(folder.FullName, "agreements")}");

    /// <summary>One ticket in ten breaks its promises, and no two are decided at the same time.</summary>
    private void Copy(int tickets)
    {
        var database = Path.Combine(folder.FullName, "data", "monitor.db");
        var source = new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString();
        using var connection = new SqliteConnection(source);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            CREATE TEMP TABLE pattern AS SELECT * FROM outcomes WHERE ticket = '{Ticket}';
            CREATE TEMP TABLE number AS
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $tickets) SELECT i FROM n;
            INSERT INTO outcomes (ticket, shelf, clock, at, agreement, body)
            SELECT printf('ticket-%07d', i), shelf, clock,
                CASE shelf WHEN 1 THEN at + i * 10000000 ELSE at END, agreement,
                CASE WHEN shelf = 1 AND i % 10 = 0
                    THEN json_set(replace(body, '{Ticket}', printf('ticket-%07d', i)),
                        '$.dueAt', at + i * 10000000, '$.endedAt', at + i * 10000000 + 36000000000)
                    ELSE replace(body, '{Ticket}', printf('ticket-%07d', i)) END
            FROM number, pattern;
            """;
        command.Parameters.AddWithValue("$tickets", tickets - 1);
        command.ExecuteNonQuery();
    }
}
