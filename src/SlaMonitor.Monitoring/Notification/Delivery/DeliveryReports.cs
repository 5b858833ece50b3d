using Microsoft.Extensions.Logging;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Notification.Delivery;

/// <summary>
/// Whoever a mail did not reach was not told: what it carried is marked so in the ledger, and the next person is told. Once: what is marked
/// already has been told on. A mail that was called spam counts as well: the mail system drops what is sent there next.
/// </summary>
internal sealed class DeliveryReports(
    IMailManifests manifests, INotificationLedger ledger, NextToTell next, SentMails sent,
    UnmatchedReports unmatched, MonitorMetrics metrics, ILogger<DeliveryReports> logger)
    : IDeliveryReports
{
    /// <inheritdoc />
    public async Task AcceptAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reports);

        foreach (var report in reports)
        {
            metrics.Reported(StoredName.Of(report.Kind));
            if (report.IsUndelivered || report.Kind == DeliveryKind.SpamReport)
                await TellOnAsync(Usable(report), cancellationToken);
            else if (report.Kind != DeliveryKind.Delivered)
                logger.DeliveryReported(report.NotificationId, report.TicketId, report.Kind, report.Reason);
        }
    }

    /// <summary>A report without an id that no mail of ours can have: whom the mail was for may still lead to it.</summary>
    private DeliveryReport Usable(DeliveryReport report)
    {
        if (report.NotificationId is not { } id || StoredKey.IsRight(id)) return report;

        logger.UnusableReport(report.Kind);
        return report with { NotificationId = null };
    }

    private async Task TellOnAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        // The account may send other mails too, and the monitor may have been set up anew since.
        if (await FindAsync(report, cancellationToken) is not { } manifest)
        {
            unmatched.Add(report);
            return;
        }

        var order = MailOrderJson.Read(manifest.Body);
        var news = await NotMarkedAsync(order, cancellationToken);
        var reason = report.Reason.Length > 0 ? report.Reason : report.Kind.ToString();

        // Told on first, then marked: a crash between tells on once more, and the notifier's claims drop that.
        if (await next.TellAsync(order, news, reason, cancellationToken) is { Count: > 0 } nobodyLeft)
            await next.LayByAsync(order, nobodyLeft, reason, cancellationToken);

        foreach (var item in news)
        {
            await ledger.RecordAsync(
                item.TicketId, order.NotificationIdOf(item), new(NotificationState.Undelivered, report.At, reason), cancellationToken);
            logger.NotDelivered(order.NotificationIdOf(item), item.TicketId, report.Kind, reason);
        }
    }

    private async Task<MailManifest?> FindAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        if (report.NotificationId is { } id && await manifests.FindAsync(id, cancellationToken) is { } named) return named;
        if (await sent.FindAsync(report.Recipient, report.At, cancellationToken) is not { } mail
            || await manifests.FindAsync(mail, cancellationToken) is not { } found)
        {
            return null;
        }

        logger.ReportMatchedByAddress(report.Kind, mail, report.Recipient);
        return found;
    }

    private async Task<IReadOnlyList<OrderItem>> NotMarkedAsync(MailOrder order, CancellationToken cancellationToken)
    {
        var news = new List<OrderItem>();
        foreach (var ofTicket in order.Items.GroupBy(item => item.TicketId, StringComparer.Ordinal))
        {
            var known = (await ledger.ListAsync(ofTicket.Key, cancellationToken))
                .ToDictionary(record => record.NotificationId, record => record.State, StringComparer.Ordinal);
            news.AddRange(ofTicket
                .Where(item => known.TryGetValue(order.NotificationIdOf(item), out var state) && state != NotificationState.Undelivered));
        }

        return news;
    }
}
