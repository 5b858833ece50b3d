using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Harness;

/// <summary>A queue that cannot be reached.</summary>
internal sealed class QueueAway : INotificationQueue
{
    public const string Message = "The queue is away.";

    public Task<IReadOnlyList<RefusedMessage>> SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken) =>
        Task.FromException<IReadOnlyList<RefusedMessage>>(Away());

    public Task SendLaterAsync(OutgoingMessage message, TimeSpan wait, CancellationToken cancellationToken) => Task.FromException(Away());

    public Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken) => Task.FromException<QueueDepth?>(Away());

    private static QueueUnavailableException Away() => new(Message, new TimeoutException());
}
