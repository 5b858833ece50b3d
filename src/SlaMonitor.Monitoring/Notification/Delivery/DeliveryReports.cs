using Microsoft.Extensions.Logging;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Delivery;

/// <summary>Marks in the ledger what did not arrive, and logs what somebody should know of.</summary>
public sealed class DeliveryReports(INotificationLedger ledger, MonitorMetrics metrics, ILogger<DeliveryReports> logger) : IDeliveryReports
{
    /// <inheritdoc />
    public async Task AcceptAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reports);

        foreach (var report in reports)
        {
            metrics.Reported(report.Kind);
            if (report.IsUndelivered) await MarkAsync(report, cancellationToken);
            else if (report.Kind != DeliveryKind.Delivered) logger.DeliveryReported(report.NotificationId, report.TicketId, report.Kind, report.Reason);
        }
    }

    private async Task MarkAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        if (report.TicketId is not { } ticket || !await IsKnownAsync(ticket, report.NotificationId, cancellationToken))
        {
            logger.UnknownNotification(report.NotificationId, report.TicketId, report.Kind);
            return;
        }

        await ledger.RecordAsync(ticket, report.NotificationId, new(NotificationState.Undelivered, report.At, report.Reason), cancellationToken);
        logger.NotDelivered(report.NotificationId, ticket, report.Kind, report.Reason);
    }

    // The account may send other mails too, and the monitor may have been set up anew since.
    private async Task<bool> IsKnownAsync(string ticket, string notification, CancellationToken cancellationToken) =>
        (await ledger.ListAsync(ticket, cancellationToken)).Any(record => record.NotificationId == notification);
}
