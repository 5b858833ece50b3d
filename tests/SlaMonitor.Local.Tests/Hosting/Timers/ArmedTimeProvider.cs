using Microsoft.Extensions.Time.Testing;

namespace SlaMonitor.Local.Tests.Hosting.Timers;

/// <summary>A fake time that knows when somebody waits on it: to advance it before would be to wake nobody.</summary>
internal sealed class ArmedTimeProvider(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan LongestTick = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private int _armed;

    /// <summary>Waits until a timer function's wait was begun, and then advances.</summary>
    public async Task AdvanceWhenArmedAsync(TimeSpan delta)
    {
        await WhenArmedAsync();
        Advance(delta);
    }

    /// <summary>Waits until a timer function's wait was begun.</summary>
    public async Task WhenArmedAsync()
    {
#pragma warning disable RS0030 // Other threads run in real time, so the wait for them ends in real time.
        using var patience = new CancellationTokenSource(Patience);
#pragma warning restore RS0030
        while (Interlocked.CompareExchange(ref _armed, 0, 1) == 0)
        {
            Assert.False(patience.IsCancellationRequested, "No timer was armed.");
            await Task.Yield();
        }
    }

    // A function's time limit is longer, and an idle queue's wait endless.
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= LongestTick)
            Volatile.Write(ref _armed, 1);
        return timer;
    }
}
