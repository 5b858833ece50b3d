using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Azure.Tables;

/// <summary>
/// The notifications in Table storage. Each change is of one row, as it was read: when somebody came between, it is read and decided again.
/// </summary>
internal sealed class TableNotificationLedger(TableServiceClient service, ILogger<TableNotificationLedger> logger) : INotificationLedger
{
    private readonly TableAccess _notifications = new(service.GetTableClient(TableNames.Notifications));

    public async Task<ClaimOutcome> ClaimAsync(NotificationClaim claim, CancellationToken cancellationToken)
    {
        ClaimRule.ThrowIfWrong(claim);
        while (true)
        {
            var known = await FindAsync(claim.TicketId, claim.NotificationId, cancellationToken);
            var decision = ClaimRule.Decide(known is null ? null : NotificationRow.ClaimedOf(known), claim);
            if (decision.Outcome != ClaimOutcome.Claimed) return decision.Outcome;
            if (!await TryWriteAsync(NotificationRow.Of(claim), known, cancellationToken)) continue;

            if (decision.TakenFrom is { } other) logger.NotificationTakenOver(claim.NotificationId, other, claim.Holder);
            return ClaimOutcome.Claimed;
        }
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">Nobody has ever claimed it.</exception>
    public async Task RecordAsync(string ticketId, string notificationId, NotificationResult result, CancellationToken cancellationToken)
    {
        ClaimRule.ThrowIfWrong(result);
        while (true)
        {
            var known = await FindAsync(ticketId, notificationId, cancellationToken)
                ?? throw new InvalidOperationException($"Notification '{notificationId}' of ticket '{ticketId}' was never claimed.");
            if (!ClaimRule.Replaces(NotificationRow.ClaimedOf(known).State, result.State)) return;
            if (await TryWriteAsync(NotificationRow.With(known, result), known, cancellationToken)) return;
        }
    }

    public async Task<IReadOnlyList<NotificationRecord>> ListAsync(string ticketId, CancellationToken cancellationToken)
    {
        var rows = await _notifications.ReadAsync(TableKey.Of(ticketId), before: null, int.MaxValue, cancellationToken);
        return [.. rows.Select(row => NotificationRow.Read(ticketId, row))
            .OrderBy(record => record.ClaimedAt).ThenBy(record => record.NotificationId, StringComparer.Ordinal)];
    }

    public async Task<KeptPage<NotificationRecord>> ReadAllAsync(
        Instant? claimedBefore, string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var filter = claimedBefore is { } before ? NotificationRow.ClaimedBefore(before) : null;
        var (rows, next) = await _notifications.ScanAsync(filter, columns: null, after, most, cancellationToken);
        return new([.. rows.Select(NotificationRow.Find).OfType<NotificationRecord>()], next);
    }

    public async Task RewordAsync(NotificationRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        while (await FindAsync(record.TicketId, record.NotificationId, cancellationToken) is { } known)
        {
            if (await TryWriteAsync(NotificationRow.Reworded(known, record), known, cancellationToken)) return;
        }
    }

    public Task DropAsync(string ticketId, string notificationId, CancellationToken cancellationToken) =>
        _notifications.TryDeleteAsync(TableKey.Of(ticketId), NotificationRow.Key(notificationId), ETag.All, cancellationToken);

    private Task<TableEntity?> FindAsync(string ticketId, string notificationId, CancellationToken cancellationToken) =>
        _notifications.FindAsync(TableKey.Of(ticketId), NotificationRow.Key(notificationId), cancellationToken);

    private Task<bool> TryWriteAsync(TableEntity row, TableEntity? known, CancellationToken cancellationToken) => known is null
        ? _notifications.TryAddAsync(row, cancellationToken)
        : _notifications.TryUpdateAsync(row, known.ETag, TableUpdateMode.Replace, cancellationToken);
}
