namespace SlaMonitor.EndToEnd.Crash;

/// <summary>When the processes of a run are killed: at drawn moments, so often and no more.</summary>
internal sealed class KillBudget(int kills, int seed)
{
    private const int MostMinutes = 2;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(1_500);

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private int _planned;
    private int _done;

    /// <summary>How many kills have been done.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>Whether every kill has been done.</summary>
    public bool IsSpent => Done == kills;

    /// <summary>The kill of a process that is about to start; <c>null</c> where it is to live on.</summary>
    /// <param name="isFirst">Whether it is the first of its monitor, which lives until mails have to be sent.</param>
    public PlannedKill? Plan(bool isFirst)
    {
        lock (_lock)
        {
            if (_planned == kills) return null;

            _planned++;
            var delay = LongestDelay * _random.NextDouble();
            if (isFirst) return new PlannedKill(CrashLoad.FirstSteps, delay);

            var whileStarting = _random.Next(4) == 0;
            return new PlannedKill(whileStarting ? null : _random.Next(MostMinutes + 1), delay);
        }
    }

    /// <summary>Counts a kill.</summary>
    public void Count() => Interlocked.Increment(ref _done);
}
