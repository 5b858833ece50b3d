using Microsoft.Data.Sqlite;
using SlaMonitor.EndToEnd.Smtp;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>Where the program runs on one kind of store, with a mail server beside it and the agreement of a stored version.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly MonitorFolder _place = new();
    private readonly StoredVersion _version;
    private readonly StoreKind _store;

    /// <param name="version">Whose agreement is in force.</param>
    /// <param name="store">Where tickets are kept.</param>
    /// <param name="connection">How the tables are reached, if that is where.</param>
    /// <param name="calendarPort">Where the on-call calendar is asked for.</param>
    /// <param name="groups">Whether mails are grouped over time, which no stored version did yet.</param>
    public Site(StoredVersion version, StoreKind store, string? connection, int calendarPort, bool groups = true)
    {
        _version = version;
        _store = store;
        if (connection is not null) _place.WithTables(connection);
        var agreements = Directory.CreateDirectory(Path.Combine(_place.Folder, "agreements")).FullName;
        File.WriteAllText(
            Path.Combine(agreements, "stored.yaml"),
            version.Agreement().Replace($":{StoredVersion.CalendarPort}/", $":{calendarPort}/", StringComparison.Ordinal)
            + (groups ? string.Empty : "\ngrouping: { every: 0 }\n"));
        _place.Settings["Agreements__Folder"] = agreements;
        _place.Settings["AzureFunctionsJobHost__logging__logLevel__default"] = "Warning";
        _place.Settings["Mail__From"] = "sla@example.com";
        _place.Settings["Mail__Smtp__Host"] = "127.0.0.1";
        _place.Settings["Mail__Smtp__Port"] = $"{Mail.Port}";
        _place.Settings["Mail__Smtp__Tls"] = "None";
        _place.Settings["SendGrid__EventWebhook__PublicKey"] = Reports.PublicKey;
    }

    public MailServer Mail { get; } = new();

    /// <summary>Whoever signs what became of the mails.</summary>
    public DeliveryReporter Reports { get; } = new();

    /// <summary>Where the program keeps what is on this machine.</summary>
    public string DataFolder => Path.Combine(_place.Folder, "data");

    /// <summary>How the tables are reached.</summary>
    public string Connection => _place.Settings["AzureWebJobsStorage"];

    /// <summary>Starts the program with a clock that stands still.</summary>
    public Task<MonitorProcess> StartAsync(Instant at) => MonitorProcess.StartAsync(_place, "--speed", "0", "--start", at.ToString());

    /// <summary>
    /// Puts a copy of the stored data where the program will find them. A queue counts in real time and gives a message two weeks: the
    /// waiting message of the copy is made as old as if it had been sent just now.
    /// </summary>
    public async Task TakeStoredDataAsync()
    {
        CopyFolder(_version.DataFolder(_store), DataFolder);
        await using (var queues = await OpenAsync("queues.db"))
        {
            await using var command = queues.CreateCommand();
            command.CommandText = """
                UPDATE message
                SET expires_at = expires_at + $now - enqueued_at, visible_at = visible_at + $now - enqueued_at, enqueued_at = $now
                WHERE dead_at IS NULL
                """;
            command.Parameters.AddWithValue("$now", RealTime.Now.ToUnixTimeMilliseconds());
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        if (_store == StoreKind.Tables) await TableRows.LoadAsync(_version.Rows, Connection);
    }

    /// <summary>
    /// Puts every mail that was sent back on the queue, as if the program had died each time between sending it and saying so to the queue.
    /// </summary>
    /// <returns>How many mails these are.</returns>
    public async Task<int> OrderAgainWhatWasSentAsync()
    {
        var then = Path.Combine(_place.Folder, "then.db");
        File.Copy(Path.Combine(_version.DataFolder(StoreKind.Sqlite), "monitor.db"), then);
        await using var queues = await OpenAsync("queues.db");
        await using var command = queues.CreateCommand();
        command.CommandText = """
            ATTACH $then AS then_stored;
            INSERT INTO message (queue, message_id, body, enqueued_at, expires_at, visible_at)
            SELECT waiting.queue, mail || '-again', mails.body, waiting.enqueued_at, waiting.expires_at, waiting.visible_at
            FROM then_stored.mails, (SELECT * FROM message WHERE dead_at IS NULL) AS waiting
            WHERE mail NOT IN (SELECT message_id FROM message)
            """;
        command.Parameters.AddWithValue("$then", then);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Keeps what the program has stored. It must have been stopped.</summary>
    public async Task KeepStoredDataAsync()
    {
        var kept = _version.DataFolder(_store);
        if (Directory.Exists(kept)) Directory.Delete(kept, recursive: true);
        foreach (var database in Directory.EnumerateFiles(DataFolder, "*.db").Select(path => Path.GetFileName(path)).ToList())
        {
            // What is still in the write-ahead log goes into the file itself.
            await using var connection = await OpenAsync(database);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE);";
            await command.ExecuteNonQueryAsync();
        }

        Assert.Empty(Directory.EnumerateFiles(DataFolder, "*-wal"));
        CopyFolder(DataFolder, kept);
        File.Delete(Path.Combine(kept, "host.lock"));
        if (_store == StoreKind.Tables) await TableRows.SaveAsync(Connection, _version.Rows);
    }

    public async ValueTask DisposeAsync()
    {
        await Mail.DisposeAsync();
        Reports.Dispose();
        _place.Dispose();
    }

    private async Task<SqliteConnection> OpenAsync(string database)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(DataFolder, database), Pooling = false };
        var connection = new SqliteConnection(connectionString.ToString());
        await connection.OpenAsync();
        return connection;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
