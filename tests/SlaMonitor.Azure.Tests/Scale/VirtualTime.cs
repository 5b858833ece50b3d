namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>
/// A clock that goes on only when everybody waits: what takes an hour on it takes no time. All work is done by one thread, in the order in
/// which it becomes possible, so that the same work takes the same time whenever it is run.
/// </summary>
internal sealed class VirtualTime(Instant start) : SynchronizationContext, IClock
{
    private readonly Queue<(SendOrPostCallback Work, object? State)> _ready = new();
    private readonly PriorityQueue<Action, (Instant At, int Number)> _later = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private Instant _now = start;
    private int _number;

    public Instant GetCurrentInstant() => _now;

    /// <summary>Ends when the clock has gone on by this much.</summary>
    public Task DelayAsync(Duration duration)
    {
        var end = new TaskCompletionSource();
        At(_now + duration, end.SetResult);
        return end.Task;
    }

    /// <summary>Does something at a later time.</summary>
    public void At(Instant time, Action work) => _later.Enqueue(work, (time, _number++));

    /// <summary>Sets the clock, where nothing runs on it.</summary>
    public void MoveTo(Instant time) => _now = time;

    /// <summary>Runs until the work is done.</summary>
    /// <exception cref="InvalidOperationException">Everybody waits for what never comes.</exception>
    public void Run(Func<Task> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var done = work();
            while (!done.IsCompleted) Step();
            done.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId != _thread) throw new InvalidOperationException("Another thread is at work here.");
        _ready.Enqueue((d, state));
    }

    private void Step()
    {
        if (_ready.TryDequeue(out var next))
        {
            next.Work(next.State);
        }
        else if (_later.TryDequeue(out var work, out var due))
        {
            _now = due.At;
            work();
        }
        else
        {
            throw new InvalidOperationException("Everybody waits for what never comes.");
        }
    }
}
