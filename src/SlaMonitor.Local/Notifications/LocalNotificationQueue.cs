using SlaMonitor.Local.Queues;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Notifications;

/// <summary>The monitor's queue among the queues of this machine.</summary>
internal sealed class LocalNotificationQueue(LocalQueues queues, string name) : INotificationQueue
{
    public async Task SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0) return;

        await queues.SendAsync(
            name, [.. messages.Select(message => new QueueMessage(message.MessageId, message.Body, message.Subject, message.CorrelationId))], cancellationToken);
    }

    public Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken)
    {
        var counts = queues.Count(name);
        return Task.FromResult<QueueDepth?>(new QueueDepth(counts.Active, counts.DeadLettered));
    }
}
