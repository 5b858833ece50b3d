using SlaMonitor.Local.Queues;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Notifications;

/// <summary>The monitor's queue among the queues of this machine.</summary>
internal sealed class LocalNotificationQueue(LocalQueues queues, string name) : INotificationQueue
{
    public Task<IReadOnlyList<RefusedMessage>> SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken) =>
        QueueOutage.RunAsync<IReadOnlyList<RefusedMessage>>(name, async () =>
        {
            var offered = messages.ToLookup(message => LocalQueues.Objection(Queued(message)), StringComparer.Ordinal);
            var good = offered[null].Select(Queued).ToList();
            if (good.Count > 0) await queues.SendAsync(name, good, cancellationToken);
            return [.. offered
                .Where(same => same.Key is not null)
                .SelectMany(same => same.Select(message => new RefusedMessage(message, same.Key!)))];
        });

    public Task SendLaterAsync(OutgoingMessage message, TimeSpan wait, CancellationToken cancellationToken) =>
        QueueOutage.RunAsync(name, () => queues.SendAsync(name, [Queued(message)], wait, cancellationToken));

    public Task ProbeAsync(CancellationToken cancellationToken) => QueueOutage.RunAsync(name, () => queues.ProbeAsync(cancellationToken));

    public Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken) => QueueOutage.RunAsync(name, () =>
    {
        var counts = queues.Count(name);
        return Task.FromResult<QueueDepth?>(new QueueDepth(counts.Active + counts.PutOff, counts.DeadLettered));
    });

    private static QueueMessage Queued(OutgoingMessage message) =>
        new(message.MessageId, message.Body, message.Subject, message.CorrelationId);
}
