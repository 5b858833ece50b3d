using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Local.Storage;

/// <summary>
/// The notifications in one SQLite file. A state that only a newer version knows counts as claimed: it is sent again when it has become
/// stale, twice rather than never.
/// </summary>
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
        ArgumentNullException.ThrowIfNull(claim);
        StoredKey.ThrowIfWrong(claim.TicketId);
        StoredKey.ThrowIfWrong(claim.NotificationId);
        StoredKey.ThrowIfWrong(claim.Holder);
        return SqliteOutage.RunAsync(_database, connection => ClaimAsync(connection, claim, cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">Nobody has ever claimed it.</exception>
    public async Task RecordAsync(string ticketId, string notificationId, NotificationResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.State == NotificationState.Claimed)
            throw new ArgumentException($"'{StoredName.Of(result.State)}' is not what became of a notification.", nameof(result));

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
        var held = await ReadClaimAsync(connection, claim, cancellationToken);
        if (held is { State: NotificationState.Sent or NotificationState.Undelivered }) return ClaimOutcome.AlreadySent;

        var anothers = held is { State: NotificationState.Claimed } && !string.Equals(held.Holder, claim.Holder, StringComparison.Ordinal);
        if (anothers && claim.At - held!.At <= claim.StaleAfter) return ClaimOutcome.HeldByAnother;

        await WriteClaimAsync(connection, claim, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (anothers) Log.StaleClaimTakenOver(_logger, claim.NotificationId, held!.Holder, claim.Holder);
        return ClaimOutcome.Claimed;
    }

    private static async Task<HeldClaim?> ReadClaimAsync(SqliteConnection connection, NotificationClaim claim, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT state, holder, claimed_at FROM notifications WHERE ticket = $ticket AND notification = $notification";
        await using var select = connection.Command(Sql, ("$ticket", claim.TicketId), ("$notification", claim.NotificationId));
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(StateOf(row.GetString(0)), row.GetString(1), StoredInstant.FromTicks(row.GetInt64(2)))
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
        // What was sent stays sent: the refusal of a holder whose claim was taken over comes too late to change that. That it never arrived does.
        const string Kept = "state = 'undelivered' OR (state = 'sent' AND $state <> 'undelivered')";
        const string Sql = $"""
            UPDATE notifications SET
                state = iif({Kept}, state, $state),
                resolved_at = iif({Kept}, resolved_at, $at),
                detail = iif({Kept}, detail, $detail)
            WHERE ticket = $ticket AND notification = $notification
            """;
        await using var update = connection.Command(
            Sql,
            ("$ticket", ticketId),
            ("$notification", notificationId),
            ("$state", StoredName.Of(result.State)),
            ("$at", StoredInstant.ToTicks(result.At)),
            ("$detail", result.Detail));
        return await update.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private static async Task<IReadOnlyList<NotificationRecord>> ListAsync(
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
                StateOf(row.GetString(3)),
                StoredInstant.FromTicks(row.GetInt64(4)),
                row.IsDBNull(5) ? null : StoredInstant.FromTicks(row.GetInt64(5)),
                row.IsDBNull(6) ? null : row.GetString(6)));
        }

        return records;
    }

    private static NotificationState StateOf(string stored) => StoredName.Find<NotificationState>(stored) ?? NotificationState.Claimed;

    private sealed record HeldClaim(NotificationState State, string Holder, Instant At);
}
