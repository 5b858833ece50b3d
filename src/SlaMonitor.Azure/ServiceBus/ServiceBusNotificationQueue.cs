using System.Text;
using Azure.Messaging.ServiceBus;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.ServiceBus;

/// <summary>
/// The monitor's queue in Service Bus. Messages go in batches as large as the queue takes at once; a batch is taken whole or not at all. A
/// message that the queue can never take is given back, and holds up no other.
/// </summary>
internal sealed class ServiceBusNotificationQueue(ServiceBusSender sender, QueueDepthProbe depth, TimeProvider time) : INotificationQueue
{
    private const string Role = "Azure Service Bus Data Sender";

    public Task<IReadOnlyList<RefusedMessage>> SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken) =>
        ServiceBusOutage.RunAsync(sender.EntityPath, Role, () => SendInBatchesAsync(messages, cancellationToken));

    public Task SendLaterAsync(OutgoingMessage message, TimeSpan wait, CancellationToken cancellationToken) => ServiceBusOutage.RunAsync(
        sender.EntityPath, Role, () => sender.ScheduleMessageAsync(Envelope.Of(message), time.GetUtcNow() + wait, cancellationToken));

    /// <inheritdoc />
    /// <remarks>
    /// A message is scheduled and taken back: the broker has to write, and nobody receives anything. Where the process dies in between,
    /// <see cref="ProbeMessage"/> comes after an hour, and the notifier drops it.
    /// </remarks>
    public Task ProbeAsync(CancellationToken cancellationToken) => ServiceBusOutage.RunAsync(
        sender.EntityPath,
        Role,
        async () =>
        {
            var now = time.GetUtcNow();
            var probe = Envelope.Of(ProbeMessage.At(now));
            var number = await sender.ScheduleMessageAsync(probe, now + ProbeMessage.ComesAfter, cancellationToken);
            await sender.CancelScheduledMessageAsync(number, cancellationToken);
            return true;
        });

    public Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken) => depth.MeasureAsync(cancellationToken);

    private async Task<IReadOnlyList<RefusedMessage>> SendInBatchesAsync(
        IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        var refused = new List<RefusedMessage>();
        var left = new Queue<OutgoingMessage>(messages);
        while (left.Count > 0)
        {
            using var batch = await sender.CreateMessageBatchAsync(cancellationToken);
            var together = new List<OutgoingMessage>();
            while (left.TryPeek(out var next) && batch.TryAddMessage(Envelope.Of(next))) together.Add(left.Dequeue());
            if (together.Count == 0) refused.Add(TooLarge(left.Dequeue(), $"the queue takes {batch.MaxSizeInBytes} bytes at most"));
            else if (!await TrySendAsync(batch, cancellationToken)) refused.AddRange(await SendOneByOneAsync(together, cancellationToken));
        }

        return refused;
    }

    /// <summary>
    /// The queue takes less than it said, or one of the messages has too large a head: then that one is found, and the others go.
    /// </summary>
    private async Task<List<RefusedMessage>> SendOneByOneAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        var refused = new List<RefusedMessage>();
        foreach (var message in messages)
        {
            using var batch = await sender.CreateMessageBatchAsync(cancellationToken);
            if (!batch.TryAddMessage(Envelope.Of(message)) || !await TrySendAsync(batch, cancellationToken))
                refused.Add(TooLarge(message, "the queue refused it for its size"));
        }

        return refused;
    }

    /// <returns>False where the queue says that it is too large.</returns>
    private async Task<bool> TrySendAsync(ServiceBusMessageBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendMessagesAsync(batch, cancellationToken);
            return true;
        }
        catch (ServiceBusException e) when (e.Reason == ServiceBusFailureReason.MessageSizeExceeded)
        {
            return false;
        }
    }

    private static RefusedMessage TooLarge(OutgoingMessage message, string why) =>
        new(message, $"The message is too large for the queue: its body has {Encoding.UTF8.GetByteCount(message.Body)} bytes, and {why}.");
}
