using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Monitoring.Notification;

namespace SlaMonitor.Functions.Doors;

/// <summary>Tells one recipient of one step.</summary>
public sealed class SendNotification(Notifier notifier)
{
    [Function(nameof(SendNotification))]
    public Task Run([ServiceBusTrigger("%NotificationsQueue%", Connection = "ServiceBusConnection")] string order, CancellationToken cancellationToken) =>
        notifier.NotifyAsync(order, cancellationToken);
}
