using Microsoft.Data.Sqlite;
using SlaMonitor.Local.Queues;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Notifications;

/// <summary>The monitor's queue among the queues of this machine.</summary>
internal sealed class LocalNotificationQueue(LocalQueues queues, string name) : INotificationQueue
{
    public async Task SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0) return;

        try
        {
            await queues.SendAsync(
                name, [.. messages.Select(message => new QueueMessage(message.MessageId, message.Body, message.Subject, message.CorrelationId))], cancellationToken);
        }
        catch (SqliteException e) when (SqliteOutage.Is(e))
        {
            throw Unavailable(e);
        }
    }

    public Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken)
    {
        try
        {
            var counts = queues.Count(name);
            return Task.FromResult<QueueDepth?>(new QueueDepth(counts.Active, counts.DeadLettered));
        }
        catch (SqliteException e) when (SqliteOutage.Is(e))
        {
            throw Unavailable(e);
        }
    }

    private StoreUnavailableException Unavailable(SqliteException e) => new($"The queue {name} cannot be used now: {e.Message}", e);
}
