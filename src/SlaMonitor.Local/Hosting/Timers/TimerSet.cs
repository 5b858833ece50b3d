namespace SlaMonitor.Local.Hosting.Timers;

/// <summary>The app's timers, by name.</summary>
internal sealed class TimerSet : IDisposable
{
    private readonly TimerStore _store;

    public TimerSet(IEnumerable<TimerRunner> timers, TimerStore store)
    {
        Timers = [.. timers];
        _store = store;
    }

    public IReadOnlyList<TimerRunner> Timers { get; }

    /// <summary>
    /// Runs every timer that is due after the clock was moved, one after the other, so that the order is always the same.
    /// </summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        foreach (var timer in Timers)
            await timer.RunIfDueAsync(jumped: true, cancellationToken);
    }

    public void Dispose()
    {
        foreach (var timer in Timers)
            timer.Dispose();
        _store.Dispose();
    }
}
