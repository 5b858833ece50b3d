using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Delivery;

/// <summary>
/// Whoever a mail did not reach was not told: what it carried is marked so, and the next person is told. Once: what is marked already has been
/// told on.
/// </summary>
public sealed class DeliveryReports(
    IMailManifests manifests, INotificationLedger ledger, NextToTell next, IClock clock, ILogger<DeliveryReports> logger) : IDeliveryReports
{
    /// <inheritdoc />
    public async Task AcceptAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reports);
        foreach (var report in reports)
        {
            if (report.Kind is DeliveryKind.Bounced or DeliveryKind.Dropped or DeliveryKind.SpamReport) await AcceptAsync(report, cancellationToken);
        }
    }

    private async Task AcceptAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        if (await manifests.FindAsync(report.NotificationId, cancellationToken) is not { } manifest)
        {
            logger.UnknownMail(report.NotificationId, report.Kind);
            return;
        }

        var order = MailOrderJson.Read(manifest.Body);
        var news = new List<OrderItem>();
        foreach (var ofTicket in order.Items.GroupBy(item => item.TicketId, StringComparer.Ordinal))
        {
            var known = (await ledger.ListAsync(ofTicket.Key, cancellationToken)).ToDictionary(record => record.NotificationId, record => record.State, StringComparer.Ordinal);
            news.AddRange(ofTicket.Where(item => known.TryGetValue(order.NotificationIdOf(item), out var state) && state != NotificationState.Undelivered));
        }

        // Told on first, then marked: a crash between tells on once more, and the notifier's claims drop that.
        var reason = report.Reason.Length > 0 ? report.Reason : report.Kind.ToString();
        await next.TellAsync(order, news, reason, cancellationToken);
        var result = new NotificationResult(NotificationState.Undelivered, clock.GetCurrentInstant(), $"{report.Kind}: {reason}");
        foreach (var item in news) await ledger.RecordAsync(item.TicketId, order.NotificationIdOf(item), result, cancellationToken);
        if (news.Count > 0) logger.Undelivered(order.MailId, news.Count, report.Kind);
    }
}
