namespace SlaMonitor.Monitoring.Concurrency;

/// <summary>
/// Looks at something once in a while, however many ask: all who ask meanwhile are given the same answer. A look that failed serves nobody
/// but those who waited for it.
/// </summary>
/// <param name="look">Looks. It answers at its leisure, and for all who wait.</param>
/// <param name="every">For how long a look is good.</param>
/// <param name="time">Real time.</param>
internal sealed class SharedLook<T>(Func<Task<T>> look, TimeSpan every, TimeProvider time)
{
    private readonly Lock _gate = new();
    private Task<T>? _look;
    private long _begunAt;

    /// <summary>Lets the next who asks look anew: what was seen is no longer so.</summary>
    public void Forget()
    {
        lock (_gate) _look = null;
    }

    /// <summary>The answer of a look that is good still, or goes on, or begins now.</summary>
    public Task<T> LookAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_look is null || (_look.IsCompleted && (!_look.IsCompletedSuccessfully || time.GetElapsedTime(_begunAt) >= every)))
            {
                _begunAt = time.GetTimestamp();
                _look = look();
            }

            // Whoever gives up waiting takes the look away from nobody else.
            return _look.WaitAsync(cancellationToken);
        }
    }
}
