using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>Remembers which notification was sent to whom, so that none goes out twice.</summary>
public interface INotificationLedger
{
    /// <summary>
    /// Takes a notification for sending. One holder at a time: the delivery of one queue message by one process.
    /// </summary>
    Task<ClaimOutcome> ClaimAsync(NotificationClaim claim, CancellationToken cancellationToken);

    /// <summary>
    /// Records what became of a claimed notification. What was sent stays sent, unless the mail system tells that it never arrived; that
    /// stays, even where it is told before the sending was recorded.
    /// </summary>
    Task RecordAsync(string ticketId, string notificationId, NotificationResult result, CancellationToken cancellationToken);

    /// <summary>All notifications of a ticket, earliest claim first.</summary>
    Task<IReadOnlyList<NotificationRecord>> ListAsync(string ticketId, CancellationToken cancellationToken);

    /// <summary>The notifications of all tickets, page by page.</summary>
    /// <param name="claimedBefore">Only those that were claimed last before this; <c>null</c> for all.</param>
    /// <param name="after">The <see cref="KeptPage{T}.Next"/> of the page before; <c>null</c> for the first.</param>
    /// <param name="most">How many at most; a page may hold fewer, or none, and still not be the last.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task<KeptPage<NotificationRecord>> ReadAllAsync(
        Instant? claimedBefore, string? after, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces recipient, step and detail of a notification. Its id stays, so that it is still known to be sent. One that was dropped
    /// meanwhile stays away.
    /// </summary>
    Task RewordAsync(NotificationRecord record, CancellationToken cancellationToken);

    /// <summary>Drops a notification: whoever claims it again sends it again.</summary>
    Task DropAsync(string ticketId, string notificationId, CancellationToken cancellationToken);
}
