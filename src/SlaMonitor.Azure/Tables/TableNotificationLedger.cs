using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Azure.Tables;

/// <summary>The notifications in Table storage. Each change is of one row, as it was read: when somebody came between, it is read and decided again.</summary>
internal sealed class TableNotificationLedger(TableServiceClient service, ILogger<TableNotificationLedger> logger) : INotificationLedger
{
    private readonly TableAccess _notifications = new(service.GetTableClient(TableNames.Notifications));

    public async Task<ClaimOutcome> ClaimAsync(NotificationClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        StoredKey.ThrowIfWrong(claim.TicketId);
        StoredKey.ThrowIfWrong(claim.NotificationId);
        StoredKey.ThrowIfWrong(claim.Holder);

        while (true)
        {
            var held = await FindAsync(claim.TicketId, claim.NotificationId, cancellationToken);
            var state = held is null ? default(NotificationState?) : NotificationRow.StateOf(held);
            if (state is NotificationState.Sent or NotificationState.Undelivered) return ClaimOutcome.AlreadySent;

            var anothers = state == NotificationState.Claimed && NotificationRow.HolderOf(held!) != claim.Holder;
            if (anothers && claim.At - NotificationRow.ClaimedAtOf(held!) <= claim.StaleAfter) return ClaimOutcome.HeldByAnother;

            if (!await TryWriteAsync(NotificationRow.Of(claim), held, cancellationToken)) continue;

            if (anothers) logger.NotificationTakenOver(claim.NotificationId, NotificationRow.HolderOf(held!), claim.Holder);
            return ClaimOutcome.Claimed;
        }
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">Nobody has ever claimed it.</exception>
    public async Task RecordAsync(string ticketId, string notificationId, NotificationResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.State == NotificationState.Claimed)
            throw new ArgumentException($"'{StoredName.Of(result.State)}' is not what became of a notification.", nameof(result));

        while (true)
        {
            var held = await FindAsync(ticketId, notificationId, cancellationToken)
                ?? throw new InvalidOperationException($"Notification '{notificationId}' of ticket '{ticketId}' was never claimed.");

            // What was sent stays sent: the refusal of a holder whose claim was taken over comes too late to change that. That it never arrived does.
            var state = NotificationRow.StateOf(held);
            if (state == NotificationState.Undelivered || (state == NotificationState.Sent && result.State != NotificationState.Undelivered)) return;
            if (await TryWriteAsync(NotificationRow.With(held, result), held, cancellationToken)) return;
        }
    }

    public async Task<IReadOnlyList<NotificationRecord>> ListAsync(string ticketId, CancellationToken cancellationToken)
    {
        var rows = await _notifications.ReadAsync(TableKey.Of(ticketId), before: null, int.MaxValue, cancellationToken);
        return [.. rows.Select(row => NotificationRow.Read(ticketId, row))
            .OrderBy(record => record.ClaimedAt).ThenBy(record => record.NotificationId, StringComparer.Ordinal)];
    }

    private Task<TableEntity?> FindAsync(string ticketId, string notificationId, CancellationToken cancellationToken) =>
        _notifications.FindAsync(TableKey.Of(ticketId), NotificationRow.Key(notificationId), cancellationToken);

    private Task<bool> TryWriteAsync(TableEntity row, TableEntity? held, CancellationToken cancellationToken) => held is null
        ? _notifications.TryAddAsync(row, cancellationToken)
        : _notifications.TryUpdateAsync(row, held.ETag, TableUpdateMode.Replace, cancellationToken);
}
