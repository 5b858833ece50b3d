using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Hosting.Running;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Queues;

namespace SlaMonitor.Local.Hosting.Pump;

/// <summary>Feeds one queue's messages to its function, at most so many at once as <c>host.json</c> allows.</summary>
internal sealed class QueuePump(
    QueueFunction function, LocalQueues queues, MessageHandler handler, HostJson hostJson, TimeProvider time, ILogger<QueuePump> logger)
    : IDisposable
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _slots = new(hostJson.MaxConcurrentCalls);

    public QueueFunction Function => function;

    /// <summary>Takes messages until it is told to stop, and returns when the last one taken is settled.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await TakeAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // Told to stop while waiting.
            }
#pragma warning disable CA1031 // A full disk must not end the pump: it may be emptied.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                logger.QueueUnavailable(problem, function.Queue);
                await Task.Delay(PauseAfterFailure, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        for (var i = 0; i < hostJson.MaxConcurrentCalls; i++)
            await _slots.WaitAsync(CancellationToken.None);
    }

    public void Dispose() => _slots.Dispose();

    private async Task TakeAsync(CancellationToken stopping)
    {
        var free = await TakeSlotsAsync(stopping);
        var used = 0;
        try
        {
            foreach (var message in await queues.ReceiveAsync(function.Queue, free, stopping))
            {
                used++;
                _ = HandleAsync(message);
            }
        }
        finally
        {
            if (free > used)
                _slots.Release(free - used);
        }
    }

    private async Task<int> TakeSlotsAsync(CancellationToken stopping)
    {
        await _slots.WaitAsync(stopping);
        var taken = 1;
        while (_slots.Wait(TimeSpan.Zero, CancellationToken.None))
            taken++;
        return taken;
    }

    private async Task HandleAsync(ReceivedMessage message)
    {
        // Off the pump's own stack: a function that runs long before its first await must not hold up the others.
        await Task.Yield();
        try
        {
            await handler.HandleAsync(function, message);
        }
#pragma warning disable CA1031 // The message could not be settled; its lock runs out and it comes again.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            logger.QueueUnavailable(problem, function.Queue);
        }
        finally
        {
            _slots.Release();
        }
    }
}
