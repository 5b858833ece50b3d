using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Local.Storage;

/// <summary>The notifications in one SQLite file. Each change reads, decides and writes in one transaction.</summary>
internal sealed class SqliteNotificationLedger : INotificationLedger
{
    private readonly SqliteDatabase _database;
    private readonly ILogger<SqliteNotificationLedger> _logger;

    public SqliteNotificationLedger(SqliteDatabase database, ILogger<SqliteNotificationLedger> logger)
    {
        _database = database;
        _logger = logger;
        SqliteOutage.CreateSchema(database, MonitorSchema.Notifications);
    }

    public Task<ClaimOutcome> ClaimAsync(NotificationClaim claim, CancellationToken cancellationToken)
    {
        ClaimRule.ThrowIfWrong(claim);
        return SqliteOutage.RunAsync(_database, connection => ClaimAsync(connection, claim, cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">Nobody has ever claimed it.</exception>
    public async Task RecordAsync(string ticketId, string notificationId, NotificationResult result, CancellationToken cancellationToken)
    {
        ClaimRule.ThrowIfWrong(result);
        var known = await SqliteOutage.RunAsync(
            _database, connection => RecordAsync(connection, ticketId, notificationId, result, cancellationToken), cancellationToken);
        if (!known) throw new InvalidOperationException($"Notification '{notificationId}' of ticket '{ticketId}' was never claimed.");
    }

    public Task<IReadOnlyList<NotificationRecord>> ListAsync(string ticketId, CancellationToken cancellationToken) =>
        SqliteOutage.RunAsync(_database, connection => ListAsync(connection, ticketId, cancellationToken), cancellationToken);

    private async Task<ClaimOutcome> ClaimAsync(SqliteConnection connection, NotificationClaim claim, CancellationToken cancellationToken)
    {
        // BEGIN IMMEDIATE: what is read here cannot change before it is written.
        await using var transaction = connection.BeginTransaction(deferred: false);
        var known = await FindAsync(connection, claim.TicketId, claim.NotificationId, cancellationToken);
        var decision = ClaimRule.Decide(known, claim);
        if (decision.Outcome != ClaimOutcome.Claimed) return decision.Outcome;

        await WriteClaimAsync(connection, claim, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (decision.TakenFrom is { } other) _logger.StaleClaimTakenOver(claim.NotificationId, other, claim.Holder);
        return ClaimOutcome.Claimed;
    }

    private static async Task<ClaimedNotification?> FindAsync(
        SqliteConnection connection, string ticketId, string notificationId, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT state, holder, claimed_at FROM notifications WHERE ticket = $ticket AND notification = $notification";
        await using var select = connection.Command(Sql, ("$ticket", ticketId), ("$notification", notificationId));
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(ClaimRule.StateOf(row.GetString(0)), row.GetString(1), StoredInstant.FromTicks(row.GetInt64(2)))
            : null;
    }

    private static async Task WriteClaimAsync(SqliteConnection connection, NotificationClaim claim, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO notifications (ticket, notification, recipient, step, state, holder, claimed_at)
            VALUES ($ticket, $notification, $recipient, $step, $state, $holder, $at)
            ON CONFLICT (ticket, notification) DO UPDATE SET
                recipient = excluded.recipient, step = excluded.step, state = excluded.state, holder = excluded.holder,
                claimed_at = excluded.claimed_at, resolved_at = NULL, detail = NULL
            """;
        await using var upsert = connection.Command(
            Sql,
            ("$ticket", claim.TicketId),
            ("$notification", claim.NotificationId),
            ("$recipient", claim.Recipient),
            ("$step", claim.Step),
            ("$state", StoredName.Of(NotificationState.Claimed)),
            ("$holder", claim.Holder),
            ("$at", StoredInstant.ToTicks(claim.At)));
        await upsert.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<bool> RecordAsync(
        SqliteConnection connection, string ticketId, string notificationId, NotificationResult result, CancellationToken cancellationToken)
    {
        const string Sql = """
            UPDATE notifications SET state = $state, resolved_at = $at, detail = $detail
            WHERE ticket = $ticket AND notification = $notification
            """;

        // BEGIN IMMEDIATE: what is read here cannot change before it is written.
        await using var transaction = connection.BeginTransaction(deferred: false);
        var known = await FindAsync(connection, ticketId, notificationId, cancellationToken);
        if (known is null) return false;
        if (!ClaimRule.Replaces(known.State, result.State)) return true;

        await using var update = connection.Command(
            Sql,
            ("$ticket", ticketId),
            ("$notification", notificationId),
            ("$state", StoredName.Of(result.State)),
            ("$at", StoredInstant.ToTicks(result.At)),
            ("$detail", result.Detail));
        await update.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    internal static async Task<IReadOnlyList<NotificationRecord>> ListAsync(
        SqliteConnection connection, string ticketId, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT notification, recipient, step, state, claimed_at, resolved_at, detail FROM notifications
            WHERE ticket = $ticket ORDER BY claimed_at, notification
            """;
        var records = new List<NotificationRecord>();
        await using var select = connection.Command(Sql, ("$ticket", ticketId));
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            records.Add(new(
                ticketId,
                row.GetString(0),
                row.GetString(1),
                row.GetString(2),
                ClaimRule.StateOf(row.GetString(3)),
                StoredInstant.FromTicks(row.GetInt64(4)),
                row.IsDBNull(5) ? null : StoredInstant.FromTicks(row.GetInt64(5)),
                row.IsDBNull(6) ? null : row.GetString(6)));
        }

        return records;
    }
}
