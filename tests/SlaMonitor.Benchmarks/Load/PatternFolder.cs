using Microsoft.Data.Sqlite;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>
/// A data folder with what is filed of very many tickets. The monitor itself takes one ticket in, and SQL copies what is filed of it.
/// </summary>
internal sealed class PatternFolder(string program, DirectoryInfo folder)
{
    /// <summary>How many promises a ticket has.</summary>
    public const int PromisesOfATicket = 2;

    /// <summary>The ticket that is copied.</summary>
    public const string Ticket = "pattern-0";

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

    /// <summary>Starts the monitor in the folder.</summary>
    /// <param name="at">What its clock shows; it stands still.</param>
    public Task<MeasuredServer> StartAsync(Instant at) => MeasuredServer.StandingMonitorAsync(
        program, folder, at, "--set", $"Agreements:Folder={Path.Combine(folder.FullName, "agreements")}");

    /// <summary>Fills the folder.</summary>
    /// <param name="tell">Tells the monitor of the ticket.</param>
    /// <param name="copy">
    /// The statement that copies the rows <c>pattern</c>, which are filed of it, once for each <c>i</c> of the rows <c>number</c>.
    /// </param>
    /// <param name="tickets">How many tickets there are in the end.</param>
    public async Task CreateAsync(Func<LoadConnection, ValueTask> tell, string copy, int tickets)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("agreements").FullName, "load.yaml"), Agreement);
        await using (var monitor = await StartAsync(LoadEvents.Start + Duration.FromHours(2)))
        {
            using var connection = await LoadConnection.OpenAsync(monitor.Port);
            await tell(connection);
            await monitor.StopAsync();
        }

        Copy(copy, tickets);
    }

    private void Copy(string copy, int tickets)
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
            {copy}
            """;
        command.Parameters.AddWithValue("$tickets", tickets - 1);
        command.ExecuteNonQuery();
    }
}
