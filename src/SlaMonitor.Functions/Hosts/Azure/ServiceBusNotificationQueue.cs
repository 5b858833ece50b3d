using Azure.Identity;
using Azure.Messaging.ServiceBus;
using SlaMonitor.Azure.ServiceBus;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Hosts;

/// <summary>The monitor's queue in Service Bus. What is sent, under which id and in which batch is decided by <see cref="Batches"/>; here it is only sent.</summary>
internal sealed class ServiceBusNotificationQueue(ServiceBusSender sender) : INotificationQueue
{
    public async Task SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var batch in Batches.Of(messages)) await sender.SendMessagesAsync(batch.Select(Message), cancellationToken);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or AuthenticationFailedException)
        {
            throw new StoreUnavailableException("The notification queue lets nobody in: the app's identity needs the role Azure Service Bus Data Sender.", e);
        }
        catch (ServiceBusException e)
        {
            throw new StoreUnavailableException("The notification queue cannot be reached.", e);
        }
    }

    /// <summary>Service Bus tells this by its metrics and alerts, not to a sender.</summary>
    public Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken) => Task.FromResult<QueueDepth?>(null);

    private static ServiceBusMessage Message(Envelope envelope)
    {
        var message = new ServiceBusMessage(envelope.Body)
        {
            MessageId = envelope.MessageId,
            Subject = envelope.Subject,
            CorrelationId = envelope.CorrelationId,
            ContentType = Envelope.ContentType,
            TimeToLive = Envelope.TimeToLive,
        };
        foreach (var (name, value) in envelope.Properties) message.ApplicationProperties[name] = value;
        return message;
    }
}
