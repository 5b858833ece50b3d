using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Local.Storage;

/// <summary>The notifications in one SQLite file. Each change reads, decides and writes as one.</summary>
internal sealed class SqliteNotificationLedger : INotificationLedger
{
    private const string AllSql =
        """
        SELECT notification, recipient, step, state, claimed_at, resolved_at, detail, holder, ticket FROM notifications
        WHERE (ticket, notification) > ($ticket, $notification) AND claimed_at < $before ORDER BY ticket, notification LIMIT $limit
        """;

    private readonly SqliteDatabase _database;
    private readonly ILogger<SqliteNotificationLedger> _logger;

    public SqliteNotificationLedger(SqliteDatabase database, ILogger<SqliteNotificationLedger> logger)
    {
        _database = database;
        _logger = logger;
        SqliteOutage.CreateSchema(database, MonitorSchema.Notifications);
    }

    public async Task<ClaimOutcome> ClaimAsync(NotificationClaim claim, CancellationToken cancellationToken)
    {
        ClaimRule.ThrowIfWrong(claim);
        var decision = await SqliteOutage.WriteAsync(_database, session => Claim(session, claim), cancellationToken);
        if (decision is { Outcome: ClaimOutcome.Claimed, TakenFrom: { } other })
            _logger.StaleClaimTakenOver(claim.NotificationId, other, claim.Holder);
        return decision.Outcome;
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">Nobody has ever claimed it.</exception>
    public async Task RecordAsync(string ticketId, string notificationId, NotificationResult result, CancellationToken cancellationToken)
    {
        ClaimRule.ThrowIfWrong(result);
        var known = await SqliteOutage.WriteAsync(
            _database, session => Record(session, ticketId, notificationId, result), cancellationToken);
        if (!known) throw new InvalidOperationException($"Notification '{notificationId}' of ticket '{ticketId}' was never claimed.");
    }

    public Task<IReadOnlyList<NotificationRecord>> ListAsync(string ticketId, CancellationToken cancellationToken) =>
        SqliteOutage.ReadAsync<IReadOnlyList<NotificationRecord>>(_database, session => List(session, ticketId), cancellationToken);

    public async Task<KeptPage<NotificationRecord>> ReadAllAsync(
        Instant? claimedBefore, string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var place = NotificationPlace.Parse(after);
        var records = await SqliteOutage.ReadAsync(
            _database,
            session => session.Query(
                AllSql, row => Read(row.GetString(8), row),
                ("$ticket", place.TicketId), ("$notification", place.NotificationId),
                ("$before", OutcomeTable.TimeOf(claimedBefore)), ("$limit", most)),
            cancellationToken);
        return new(records, records.Count < most ? null : NotificationPlace.Of(records[^1]).ToString());
    }

    public Task RewordAsync(NotificationRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return SqliteOutage.WriteAsync(
            _database,
            session => session.Execute(
                "UPDATE notifications SET recipient = $recipient, step = $step, detail = $detail "
                + "WHERE ticket = $ticket AND notification = $notification",
                ("$recipient", record.Recipient), ("$step", record.Step), ("$detail", record.Detail),
                ("$ticket", record.TicketId), ("$notification", record.NotificationId)),
            cancellationToken);
    }

    public Task DropAsync(string ticketId, string notificationId, CancellationToken cancellationToken) => SqliteOutage.WriteAsync(
        _database,
        session => session.Execute(
            "DELETE FROM notifications WHERE ticket = $ticket AND notification = $notification",
            ("$ticket", ticketId), ("$notification", notificationId)),
        cancellationToken);

    private static ClaimDecision Claim(SqliteSession session, NotificationClaim claim)
    {
        var decision = ClaimRule.Decide(Find(session, claim.TicketId, claim.NotificationId), claim);
        if (decision.Outcome != ClaimOutcome.Claimed) return decision;

        session.Execute(
            """
            INSERT INTO notifications (ticket, notification, recipient, step, state, holder, claimed_at)
            VALUES ($ticket, $notification, $recipient, $step, $state, $holder, $at)
            ON CONFLICT (ticket, notification) DO UPDATE SET
                recipient = excluded.recipient, step = excluded.step, state = excluded.state, holder = excluded.holder,
                claimed_at = excluded.claimed_at, resolved_at = NULL, detail = NULL
            """,
            ("$ticket", claim.TicketId),
            ("$notification", claim.NotificationId),
            ("$recipient", claim.Recipient),
            ("$step", claim.Step),
            ("$state", StoredName.Of(NotificationState.Claimed)),
            ("$holder", claim.Holder),
            ("$at", StoredInstant.ToTicks(claim.At)));
        return decision;
    }

    private static ClaimedNotification? Find(SqliteSession session, string ticketId, string notificationId) => session.Query(
        "SELECT state, holder, claimed_at FROM notifications WHERE ticket = $ticket AND notification = $notification",
        row => new ClaimedNotification(
            ClaimRule.StateOf(row.GetString(0)), row.GetString(1), StoredInstant.FromTicks(row.GetInt64(2))),
        ("$ticket", ticketId), ("$notification", notificationId)).FirstOrDefault();

    private static bool Record(SqliteSession session, string ticketId, string notificationId, NotificationResult result)
    {
        if (Find(session, ticketId, notificationId) is not { } known) return false;
        if (!ClaimRule.Replaces(known.State, result.State)) return true;

        session.Execute(
            """
            UPDATE notifications SET state = $state, resolved_at = $at, detail = $detail
            WHERE ticket = $ticket AND notification = $notification
            """,
            ("$ticket", ticketId),
            ("$notification", notificationId),
            ("$state", StoredName.Of(result.State)),
            ("$at", StoredInstant.ToTicks(result.At)),
            ("$detail", result.Detail));
        return true;
    }

    internal static List<NotificationRecord> List(SqliteSession session, string ticketId) => session.Query(
        """
        SELECT notification, recipient, step, state, claimed_at, resolved_at, detail, holder FROM notifications
        WHERE ticket = $ticket ORDER BY claimed_at, notification
        """,
        row => Read(ticketId, row),
        ("$ticket", ticketId));

    private static NotificationRecord Read(string ticketId, SqliteRow row) => new(
        ticketId,
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        ClaimRule.StateOf(row.GetString(3)),
        StoredInstant.FromTicks(row.GetInt64(4)),
        row.IsDBNull(5) ? null : StoredInstant.FromTicks(row.GetInt64(5)),
        row.Text(6))
    {
        Holder = row.GetString(7),
    };
}
