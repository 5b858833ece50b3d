using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Monitoring.Health.Watching;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Observability;

namespace SlaMonitor.Functions.Doors;

/// <summary>Sends one mail to one person. What no repetition can help goes to the dead letters at once, with the reason.</summary>
public sealed class SendNotification(Notifier notifier, MailNotes mails, MonitorMetrics metrics)
{
    [Function(nameof(SendNotification))]
    public async Task Run(
        [ServiceBusTrigger("%NotificationsQueue%", Connection = "ServiceBusConnection")] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        var outcome = await notifier.NotifyAsync(message.Body.ToString(), cancellationToken);
        await mails.KeepAsync(CancellationToken.None);
        if (outcome is NotificationOutcome.Poison poison)
        {
            await actions.DeadLetterMessageAsync(
                message,
                deadLetterReason: poison.Reason,
                deadLetterErrorDescription: poison.Description,
                cancellationToken: CancellationToken.None);
            metrics.DeadLettered(poison.Reason);
        }
    }
}
