using System.Collections.Concurrent;

namespace SlaMonitor.Local.Tests.Hosting;

/// <summary>What functions tell the test, and how the test holds them up.</summary>
public sealed class Recorder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<string> _said = new();
    private readonly SemaphoreSlim _news = new(0);
    private int _running;
    private int _mostAtOnce;

    public IReadOnlyList<string> Said => [.. _said];

    /// <summary>How many ran at the same time at most.</summary>
    public int MostAtOnce => _mostAtOnce;

    /// <summary>Where functions wait that call <see cref="HoldAsync"/>.</summary>
    public SemaphoreSlim Gate { get; } = new(0);

    public void Say(string text)
    {
        _said.Enqueue(text);
        _news.Release();
    }

    public async Task HoldAsync(string text, CancellationToken cancellationToken)
    {
        var running = Interlocked.Increment(ref _running);
        int most;
        while (running > (most = _mostAtOnce) && Interlocked.CompareExchange(ref _mostAtOnce, running, most) != most)
        {
        }

        Say(text);
        await Gate.WaitAsync(cancellationToken);
        Interlocked.Decrement(ref _running);
    }

    /// <summary>Waits until so many things were said since the last wait.</summary>
    public async Task WaitForAsync(int count)
    {
        for (var i = 0; i < count; i++)
            Assert.True(await _news.WaitAsync(Patience), $"Waited in vain. Said: {string.Join(", ", _said)}");
    }

    public void Dispose()
    {
        _news.Dispose();
        Gate.Dispose();
    }
}
