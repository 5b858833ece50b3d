using Microsoft.Data.Sqlite;
using NodaTime;
using SlaMonitor.Local.Queues;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Notifications;

/// <summary>The dead letters of the monitor's queue among the queues of this machine.</summary>
internal sealed class LocalDeadLetters(LocalQueues queues, string name) : IDeadLetters
{
    public Task<IReadOnlyList<DeadLetter>> ListAsync(long from, int most, CancellationToken cancellationToken) => RunAsync(
        () => Task.FromResult<IReadOnlyList<DeadLetter>>([.. queues.DeadLetters(name, from, most).Select(Read)]));

    public Task<bool> ResendAsync(long sequence, Func<string, string> renew, CancellationToken cancellationToken) =>
        RunAsync(async () => await queues.ResendAsync(name, sequence, renew, cancellationToken) == 1);

    public Task<int> ResendAllAsync(Func<string, string> renew, CancellationToken cancellationToken) =>
        RunAsync(() => queues.ResendAsync(name, sequence: null, renew, cancellationToken));

    public Task<bool> DropAsync(long sequence, CancellationToken cancellationToken) =>
        RunAsync(() => queues.DropAsync(name, sequence, cancellationToken));

    private async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException e) when (SqliteOutage.Is(e))
        {
            throw new QueueUnavailableException($"The dead letters of {name} cannot be read now: {e.Message}", e);
        }
    }

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
