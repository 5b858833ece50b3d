using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Local.Storage;

/// <summary>
/// The tickets in one SQLite file. A commit that has returned <c>true</c> survives the death of the process and of the machine.
/// </summary>
internal sealed class SqliteTicketStore : ITicketStore
{
    internal const string DueSql =
        "SELECT ticket, next_look FROM tickets WHERE next_look < $before ORDER BY next_look, ticket LIMIT $limit";

    internal const string OpenSql =
        """
        SELECT ticket, json_extract(state, '$.terms'), json_extract(state, '$.isWithoutAgreement') IS NOT NULL
        FROM tickets INDEXED BY tickets_open
        WHERE ticket > $after AND json_extract(state, '$.isSettled') IS NULL ORDER BY ticket LIMIT $limit
        """;

    private readonly SqliteDatabase _database;
    private readonly ILogger<SqliteTicketStore> _logger;

    public SqliteTicketStore(SqliteDatabase database, ILogger<SqliteTicketStore> logger)
    {
        _database = database;
        _logger = logger;
        SqliteOutage.CreateSchema(database, MonitorSchema.Tickets, ("events", "trace_parent", "TEXT NULL"));
    }

    public Task<StoredTicket?> LoadAsync(string ticketId, CancellationToken cancellationToken)
    {
        StoredKey.ThrowIfWrong(ticketId);
        return SqliteOutage.RunAsync(_database, connection => LoadAsync(connection, ticketId, cancellationToken), cancellationToken);
    }

    public async Task<bool> CommitAsync(TicketCommit commit, CancellationToken cancellationToken)
    {
        TicketCommitGuard.ThrowIfWrong(commit);
        var committed = await SqliteOutage.RunAsync(
            _database, connection => CommitAsync(connection, commit, cancellationToken), cancellationToken);
        if (!committed) _logger.CommitConflict(commit.TicketId, commit.ExpectedTag);
        return committed;
    }

    public Task<IReadOnlyList<DueTicket>> ReadDueAsync(Instant before, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return SqliteOutage.RunAsync(
            _database, connection => ReadDueAsync(connection, before, limit, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Does nothing: the index is a column of the state's own row (see <see cref="MonitorSchema"/>), and there is never a spare entry.
    /// </summary>
    public Task DropDueAsync(DueTicket spare, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<OpenTickets> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return SqliteOutage.RunAsync(_database, connection => ReadOpenAsync(connection, after, most, cancellationToken), cancellationToken);
    }

    private static async Task<StoredTicket?> LoadAsync(SqliteConnection connection, string ticketId, CancellationToken cancellationToken)
    {
        // One transaction, so that events and state are of the same moment; deferred, so that it waits for no writer.
        await using var snapshot = connection.BeginTransaction(deferred: true);
        string tag;
        MonitoringState state;
        await using (var select = connection.Command("SELECT version, state FROM tickets WHERE ticket = $ticket", ("$ticket", ticketId)))
        await using (var row = await select.ExecuteReaderAsync(cancellationToken))
        {
            if (!await row.ReadAsync(cancellationToken)) return null;
            tag = VersionTag.Of(row.GetInt64(0));
            state = MonitoringStateJson.Deserialize(row.GetString(1));
        }

        return new(ticketId, await EventRows.ReadAsync(connection, ticketId, cancellationToken), state, tag);
    }

    private static async Task<bool> CommitAsync(SqliteConnection connection, TicketCommit commit, CancellationToken cancellationToken)
    {
        // BEGIN IMMEDIATE: the write lock first, so that no commit gets halfway before it learns that it must wait.
        await using var transaction = connection.BeginTransaction(deferred: false);
        if (!await WriteStateAsync(connection, commit, cancellationToken)) return false;
        foreach (var e in commit.NewEvents)
        {
            if (!await EventRows.InsertAsync(connection, e, cancellationToken)) return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task<bool> WriteStateAsync(SqliteConnection connection, TicketCommit commit, CancellationToken cancellationToken)
    {
        const string Insert =
            "INSERT INTO tickets (ticket, version, state, next_look) VALUES ($ticket, 1, $state, $look) ON CONFLICT DO NOTHING";
        const string Update =
            "UPDATE tickets SET version = version + 1, state = $state, next_look = $look WHERE ticket = $ticket AND version = $expected";

        var look = commit.State.NextLook is { } next ? StoredInstant.ToTicks(next) : (long?)null;
        await using var write = connection.Command(
            commit.ExpectedTag is null ? Insert : Update,
            ("$ticket", commit.TicketId),
            ("$state", MonitoringStateJson.Serialize(commit.State)),
            ("$look", look));
        if (commit.ExpectedTag is not null) write.Parameters.AddWithValue("$expected", VersionTag.Parse(commit.ExpectedTag));
        return await write.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private static async Task<IReadOnlyList<DueTicket>> ReadDueAsync(
        SqliteConnection connection, Instant before, int limit, CancellationToken cancellationToken)
    {
        var due = new List<DueTicket>();
        await using var select = connection.Command(DueSql, ("$before", StoredInstant.ToTicks(before)), ("$limit", limit));
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            due.Add(new(rows.GetString(0), StoredInstant.FromTicks(rows.GetInt64(1))));
        return due;
    }

    private static async Task<OpenTickets> ReadOpenAsync(
        SqliteConnection connection, string? after, int most, CancellationToken cancellationToken)
    {
        var open = new List<OpenTicket>();
        await using var select = connection.Command(OpenSql, ("$after", after ?? string.Empty), ("$limit", most));
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken)) open.Add(new(rows.GetString(0), rows.Text(1), rows.GetBoolean(2)));
        return new(open, open.Count < most ? null : open[^1].TicketId);
    }
}
