using Moq;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Harness;

/// <summary>A queue that cannot be reached.</summary>
internal static class QueueAway
{
    public const string Message = "The queue is away.";

    public static INotificationQueue Create()
    {
        var queue = new Mock<INotificationQueue>();
        queue.Setup(q => q.SendAsync(It.IsAny<IReadOnlyList<OutgoingMessage>>(), It.IsAny<CancellationToken>())).ThrowsAsync(Away());
        queue.Setup(q => q.SendLaterAsync(It.IsAny<OutgoingMessage>(), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(Away());
        queue.Setup(q => q.ProbeAsync(It.IsAny<CancellationToken>())).ThrowsAsync(Away());
        queue.Setup(q => q.MeasureAsync(It.IsAny<CancellationToken>())).ThrowsAsync(Away());
        return queue.Object;
    }

    private static QueueUnavailableException Away() => new(Message, new TimeoutException());
}
