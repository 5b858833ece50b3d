namespace SlaMonitor.EndToEnd.Crash;

/// <summary>When the processes of a run are killed: at drawn moments, so often and no more.</summary>
internal sealed class KillBudget(int kills, int seed)
{
    private static readonly TimeSpan WhileStarting = TimeSpan.FromMilliseconds(1_200);
    private static readonly TimeSpan AtWork = TimeSpan.FromMilliseconds(3_000);

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private int _planned;
    private int _done;

    /// <summary>How many kills have been done.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>Whether every kill has been done.</summary>
    public bool IsSpent => Done == kills;

    /// <summary>The kill of a process that is about to start; <c>null</c> where it is to live on.</summary>
    public PlannedKill? Plan()
    {
        lock (_lock)
        {
            if (_planned == kills) return null;

            _planned++;
            var early = _random.Next(4) == 0;
            return new PlannedKill(early, (early ? WhileStarting : AtWork) * _random.NextDouble());
        }
    }

    /// <summary>Counts a kill.</summary>
    public void Count() => Interlocked.Increment(ref _done);
}
