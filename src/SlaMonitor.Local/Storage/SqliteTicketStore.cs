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

    private const string AllSql = "SELECT ticket FROM tickets WHERE ticket > $after ORDER BY ticket LIMIT $limit";

    private readonly SqliteDatabase _database;
    private readonly ILogger<SqliteTicketStore> _logger;
    private readonly KnownLogs _logs = new();

    public SqliteTicketStore(SqliteDatabase database, ILogger<SqliteTicketStore> logger)
    {
        _database = database;
        _logger = logger;
        SqliteOutage.CreateSchema(database, MonitorSchema.Tickets, ("events", "trace_parent", "TEXT NULL"));
    }

    public Task<StoredTicket?> LoadAsync(string ticketId, CancellationToken cancellationToken)
    {
        StoredKey.ThrowIfWrong(ticketId);
        return SqliteOutage.ReadAsync(_database, session => Load(session, ticketId), cancellationToken);
    }

    public async Task<bool> CommitAsync(TicketCommit commit, CancellationToken cancellationToken)
    {
        TicketCommitGuard.ThrowIfWrong(commit);
        // Made before the writer's turn: all others wait for that.
        var state = MonitoringStateJson.Serialize(commit.State);
        var changes = commit.NewEvents.Select(e => TicketChangeJson.Serialize(e.Change)).ToArray();
        var committed = await SqliteOutage.WriteAsync(_database, session => Commit(session, commit, state, changes), cancellationToken);
        if (committed) Remember(commit, changes);
        else _logger.CommitConflict(commit.TicketId, commit.ExpectedTag);
        return committed;
    }

    public Task<IReadOnlyList<DueTicket>> ReadDueAsync(Instant before, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return SqliteOutage.ReadAsync<IReadOnlyList<DueTicket>>(
            _database,
            session => session.Query(
                DueSql, row => new DueTicket(row.GetString(0), StoredInstant.FromTicks(row.GetInt64(1))),
                ("$before", StoredInstant.ToTicks(before)), ("$limit", limit)),
            cancellationToken);
    }

    /// <summary>
    /// Does nothing: the index is a column of the state's own row (see <see cref="MonitorSchema"/>), and there is never a spare entry.
    /// </summary>
    public Task DropDueAsync(DueTicket spare, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<OpenTickets> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return SqliteOutage.ReadAsync(_database, session => ReadOpen(session, after, most), cancellationToken);
    }

    public async Task<TicketPage> ReadAllAsync(string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var tickets = await SqliteOutage.ReadAsync(
            _database,
            session => session.Query(AllSql, row => row.GetString(0), ("$after", after ?? string.Empty), ("$limit", most)),
            cancellationToken);
        return new(tickets, tickets.Count < most ? null : tickets[^1]);
    }

    private StoredTicket? Load(SqliteSession session, string ticketId)
    {
        if (ReadState(session, ticketId) is not var (version, state)) return null;
        if (_logs.Find(ticketId, version) is { } known) return new StoredTicket(ticketId, known, state, VersionTag.Of(version));

        // One transaction, so that events and state are of the same moment; deferred, so that it waits for no writer. Where it throws, the
        // connection is closed.
        session.Execute("BEGIN DEFERRED");
        (version, state) = ReadState(session, ticketId)!.Value;
        var events = EventRows.Read(session, ticketId);
        session.Execute("COMMIT");
        _logs.Keep(ticketId, version, events);
        return new StoredTicket(ticketId, events, state, VersionTag.Of(version));
    }

    private static (long Version, MonitoringState State)? ReadState(SqliteSession session, string ticketId) =>
        session.Query<(long, MonitoringState)?>(
            "SELECT version, state FROM tickets WHERE ticket = $ticket",
            row => (row.GetInt64(0), MonitoringStateJson.Deserialize(row.GetString(1))),
            ("$ticket", ticketId)).FirstOrDefault();

    private void Remember(TicketCommit commit, string[] changes)
    {
        // What was rewritten is read anew when it is asked for.
        if (commit.Rewritten.Count + commit.Dropped.Count > 0) return;

        var before = commit.ExpectedTag is { } tag ? VersionTag.Parse(tag) : VersionTag.None;
        _logs.Append(commit.TicketId, before, [.. commit.NewEvents.Zip(changes, EventRows.AsStored)]);
    }

    private static bool Commit(SqliteSession session, TicketCommit commit, string state, string[] changes) =>
        WriteState(session, commit, state)
        && commit.NewEvents.Zip(changes).All(one => EventRows.Insert(session, one.First, one.Second))
        && commit.Rewritten.All(e => EventRows.Rewrite(session, e))
        && commit.Dropped.All(e => EventRows.Drop(session, e))
        && FileOutcomes(session, commit)
        || session.Undo(false);

    private static bool FileOutcomes(SqliteSession session, TicketCommit commit)
    {
        if (commit.FilesAllAnew) OutcomeTable.Clear(session, commit.TicketId);
        if (commit.Outcomes is not { } outcomes) return true;

        if (commit.ExpectedTag is null) OutcomeTable.FileFirst(session, outcomes);
        else OutcomeTable.File(session, commit.TicketId, outcomes);
        return true;
    }

    private static bool WriteState(SqliteSession session, TicketCommit commit, string state)
    {
        const string Insert =
            "INSERT INTO tickets (ticket, version, state, next_look) VALUES ($ticket, 1, $state, $look) ON CONFLICT DO NOTHING";
        const string Update =
            "UPDATE tickets SET version = version + 1, state = $state, next_look = $look WHERE ticket = $ticket AND version = $expected";

        var look = commit.State.NextLook is { } next ? StoredInstant.ToTicks(next) : (long?)null;
        return 1 == (commit.ExpectedTag is { } tag
            ? session.Execute(
                Update, ("$ticket", commit.TicketId), ("$state", state), ("$look", look), ("$expected", VersionTag.Parse(tag)))
            : session.Execute(Insert, ("$ticket", commit.TicketId), ("$state", state), ("$look", look)));
    }

    private static OpenTickets ReadOpen(SqliteSession session, string? after, int most)
    {
        var open = session.Query(
            OpenSql, row => new OpenTicket(row.GetString(0), row.Text(1), row.GetBoolean(2)),
            ("$after", after ?? string.Empty), ("$limit", most));
        return new(open, open.Count < most ? null : open[^1].TicketId);
    }
}
