namespace SlaMonitor.Monitoring.Ports;

/// <summary>
/// Carries notifications from the evaluator to the notifier; durable, at least once, duplicates of a message id dropped for a while.
/// </summary>
public interface INotificationQueue
{
    /// <summary>
    /// Puts all messages on the queue. When the task has completed, none of them can be lost but those that it gives back.
    /// </summary>
    /// <returns>What the queue can never take, as a message that is too large. All others are on it.</returns>
    /// <exception cref="QueueUnavailableException">The queue cannot be reached; some messages may be on it.</exception>
    Task<IReadOnlyList<RefusedMessage>> SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken);

    /// <summary>Puts a message on the queue that comes after a while.</summary>
    /// <exception cref="QueueUnavailableException">The queue cannot be reached.</exception>
    Task SendLaterAsync(OutgoingMessage message, TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>
    /// Finds out whether a message could be put on the queue now, by a write that leaves none there. A queue that knows no such write is at
    /// least asked.
    /// </summary>
    /// <exception cref="QueueUnavailableException">No message could be put on the queue.</exception>
    Task ProbeAsync(CancellationToken cancellationToken) => MeasureAsync(cancellationToken);

    /// <summary>How much lies in the queue; <c>null</c> where the queue cannot say.</summary>
    Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken);
}
