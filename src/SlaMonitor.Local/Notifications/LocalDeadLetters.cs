using NodaTime;
using SlaMonitor.Local.Queues;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Notifications;

/// <summary>The dead letters of the monitor's queue among the queues of this machine.</summary>
internal sealed class LocalDeadLetters(LocalQueues queues, string name) : IDeadLetters
{
    public Task<IReadOnlyList<DeadLetter>> ListAsync(long from, int most, CancellationToken cancellationToken) => QueueOutage.RunAsync(
        name, () => Task.FromResult<IReadOnlyList<DeadLetter>>([.. queues.DeadLetters(name, from, most).Select(Read)]));

    public Task<bool> ResendAsync(long sequence, Func<string, string> renew, CancellationToken cancellationToken) =>
        QueueOutage.RunAsync(name, async () => await queues.ResendAsync(name, sequence, renew, cancellationToken) == 1);

    public Task<int> ResendAllAsync(Func<string, string> renew, CancellationToken cancellationToken) =>
        QueueOutage.RunAsync(name, () => queues.ResendAsync(name, sequence: null, renew, cancellationToken));

    public Task<bool> DropAsync(long sequence, CancellationToken cancellationToken) =>
        QueueOutage.RunAsync(name, () => queues.DropAsync(name, sequence, cancellationToken));

    private static DeadLetter Read(DeadLetteredMessage message) => new(
        message.Sequence,
        message.MessageId,
        message.Subject ?? string.Empty,
        message.CorrelationId ?? string.Empty,
        message.Body,
        message.DeliveryCount,
        message.Reason,
        message.Description,
        Instant.FromDateTimeOffset(message.EnqueuedAt));
}
