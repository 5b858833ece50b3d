using Azure.Messaging.ServiceBus;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Hosts;

/// <summary>The monitor's queue in Service Bus. What to send and under which id is decided before; here it is only sent.</summary>
internal sealed class ServiceBusNotificationQueue(ServiceBusSender sender) : INotificationQueue
{
    public async Task SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var message in messages)
            {
                await sender.SendMessageAsync(
                    new ServiceBusMessage(message.Body) { MessageId = message.MessageId, Subject = message.Subject, CorrelationId = message.CorrelationId },
                    cancellationToken);
            }
        }
        catch (ServiceBusException e)
        {
            throw new StoreUnavailableException("The notification queue cannot be reached.", e);
        }
    }

    /// <summary>Service Bus tells this by its metrics and alerts, not to a sender.</summary>
    public Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken) => Task.FromResult<QueueDepth?>(null);
}
