using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Delivery;

/// <summary>
/// What the queue can never take. It must hold up nobody else, and nobody else is told instead: the next one's mail would be as large. So
/// it is recorded as failed, and said aloud.
/// </summary>
public sealed class UnqueuedMails(
    NotifierIdentity identity, INotificationLedger ledger, MonitorMetrics metrics, IClock clock, TimeProvider time,
    ILogger<UnqueuedMails> logger) : ICounts
{
    private long _count;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, long> Read() =>
        Interlocked.Read(ref _count) is > 0 and var count
            ? new Dictionary<string, long>(StringComparer.Ordinal) { ["mails.unqueued"] = count }
            : [];

    /// <summary>When one was recorded last, in real time; <c>null</c> where none was since the start.</summary>
    public Instant? LastAt { get; private set; }

    /// <summary>Records that nobody will be told.</summary>
    /// <exception cref="UnavailableException">The store is away.</exception>
    internal async Task RecordAsync(IReadOnlyList<RefusedMessage> refused, CancellationToken cancellationToken)
    {
        foreach (var (message, reason) in refused)
        {
            var order = MailOrderJson.Read(message.Body);
            Interlocked.Increment(ref _count);
            LastAt = time.GetCurrentInstant();
            metrics.NotQueued();
            logger.NotQueued(order.MailId, order.TicketIds, order.Items.Count, reason);
            foreach (var item in order.Items) await RecordAsync(order, item, reason, cancellationToken);
        }
    }

    private async Task RecordAsync(MailOrder order, OrderItem item, string reason, CancellationToken cancellationToken)
    {
        var id = order.NotificationIdOf(item);
        var now = clock.GetCurrentInstant();
        try
        {
            var claim = new NotificationClaim(
                item.TicketId, id, order.Recipient, item.InWords(), identity.HolderOf(order), now, MailOrder.ClaimGoesStaleAfter);
            if (await ledger.ClaimAsync(claim, cancellationToken) is not ClaimOutcome.Claimed) return;

            var failed = new NotificationResult(NotificationState.Failed, now, reason);
            await ledger.RecordAsync(item.TicketId, id, failed, cancellationToken);
        }
        catch (Exception e) when (e is not (UnavailableException or OperationCanceledException))
        {
            // What is too large for the queue may be so for the ledger. The tickets that come after it must not wait for that.
            logger.NotQueuedNotRecorded(e, order.MailId, id, item.TicketId);
        }
    }
}
