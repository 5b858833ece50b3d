using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Observability;

namespace SlaMonitor.Functions.Doors;

/// <summary>Tells one recipient of one step.</summary>
public sealed class SendNotification(Notifier notifier, MonitorMetrics metrics)
{
    [Function(nameof(SendNotification))]
    public async Task Run([ServiceBusTrigger("%NotificationsQueue%", Connection = "ServiceBusConnection")] string order, CancellationToken cancellationToken)
    {
        try
        {
            await notifier.NotifyAsync(order, cancellationToken);
        }
        catch (PoisonMessageException poison)
        {
            metrics.DeadLettered(poison.Reason);
            throw;
        }
    }
}
