using Microsoft.Data.Sqlite;
using SlaMonitor.Local.Queues;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Notifications;

/// <summary>The monitor's queue among the queues of this machine.</summary>
internal sealed class LocalNotificationQueue(LocalQueues queues, string name) : INotificationQueue
{
    public async Task<IReadOnlyList<RefusedMessage>> SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        var offered = messages.ToLookup(message => LocalQueues.Objection(Queued(message)), StringComparer.Ordinal);
        var good = offered[null].Select(Queued).ToList();
        try
        {
            if (good.Count > 0) await queues.SendAsync(name, good, cancellationToken);
            return [.. offered
                .Where(same => same.Key is not null)
                .SelectMany(same => same.Select(message => new RefusedMessage(message, same.Key!)))];
        }
        catch (SqliteException e) when (SqliteOutage.Is(e))
        {
            throw Unavailable(e);
        }
    }

    public async Task SendLaterAsync(OutgoingMessage message, TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            await queues.SendAsync(name, [Queued(message)], wait, cancellationToken);
        }
        catch (SqliteException e) when (SqliteOutage.Is(e))
        {
            throw Unavailable(e);
        }
    }

    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await queues.ProbeAsync(cancellationToken);
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
            return Task.FromResult<QueueDepth?>(new QueueDepth(counts.Active + counts.PutOff, counts.DeadLettered));
        }
        catch (SqliteException e) when (SqliteOutage.Is(e))
        {
            throw Unavailable(e);
        }
    }

    private static QueueMessage Queued(OutgoingMessage message) =>
        new(message.MessageId, message.Body, message.Subject, message.CorrelationId);

    private QueueUnavailableException Unavailable(SqliteException e) => new($"The queue {name} cannot be used now: {e.Message}", e);
}
