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
}
