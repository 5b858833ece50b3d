using SlaMonitor.Local.Queues;

namespace SlaMonitor.Local.Hosting.Pump;

/// <summary>The app's queue functions.</summary>
internal sealed class PumpSet(IEnumerable<QueuePump> pumps, LocalQueues queues, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    public IReadOnlyList<QueuePump> Pumps { get; } = [.. pumps];

    /// <summary>Waits until every message of every queue that has a function is completed or dead-lettered.</summary>
    public async Task WaitUntilEmptyAsync(CancellationToken cancellationToken)
    {
        // What a function sends is stored before its own message is completed, so empty queues mean that nothing is on its way.
        while (!queues.AreIdle(Pumps.Select(pump => pump.Function.Queue)))
            await Task.Delay(Look, time, cancellationToken);
    }

    public void Dispose()
    {
        foreach (var pump in Pumps)
            pump.Dispose();
    }
}
