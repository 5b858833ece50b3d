using NodaTime;
using NodaTime.Extensions;

namespace SlaMonitor.Local.Clock;

/// <summary>
/// The domain's clock on one machine: the real one; or one that runs N times as fast from a chosen instant, so that a month of a contract
/// can be watched in minutes; or, at speed zero, one that stands still until it is moved, so that whole-system tests are deterministic.
/// </summary>
internal sealed class LocalClock : IClock
{
    // Long waits are cut up, so that a step of the machine's clock (a laptop woken, NTP) is noticed.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    /// <summary>Before this, the clock of a simulation does not begin, and it is not moved there: no event is older.</summary>
    public static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);

    /// <summary>From this on, the same: calendars reach twenty years further, and no promise lasts longer than that.</summary>
    public static readonly Instant End = Instant.FromUtc(2100, 1, 1, 0, 0);

    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private Instant _origin;
    private long _originTimestamp;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="time">The machine's time.</param>
    /// <param name="start">What the clock shows now; null for the present.</param>
    /// <param name="speed">Seconds that pass here in a real second; zero stands still.</param>
    public LocalClock(TimeProvider time, Instant? start = null, double speed = 1)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfNegative(speed);
        _time = time;
        Speed = speed;
        IsReal = start is null && speed == 1;
        _origin = start ?? time.GetCurrentInstant();
        _originTimestamp = time.GetTimestamp();
    }

    /// <summary>Whether it is the machine's own time, which nobody may move.</summary>
    public bool IsReal { get; }

    /// <summary>Seconds that pass here in a real second.</summary>
    public double Speed { get; }

    public bool StandsStill => Speed == 0;

    public Instant GetCurrentInstant()
    {
        if (IsReal)
            return _time.GetCurrentInstant();
        lock (_gate)
            return _origin + Duration.FromTimeSpan(_time.GetElapsedTime(_originTimestamp)) * Speed;
    }

    /// <summary>Whether a clock may show this instant.</summary>
    public static bool CanShow(Instant instant) => Earliest <= instant && instant < End;

    /// <summary>Moves a clock that is not the real one forward.</summary>
    /// <returns>False, and nothing is moved, when <paramref name="to"/> is in its past.</returns>
    public bool TryMove(Instant to)
    {
        if (IsReal)
            throw new InvalidOperationException("The real clock cannot be moved.");
        lock (_gate)
        {
            if (to < GetCurrentInstant())
                return false;
            _origin = to;
            _originTimestamp = _time.GetTimestamp();
            _moved.TrySetResult();
            _moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }

    /// <summary>Waits until this clock shows <paramref name="due"/> or later.</summary>
    public Task WaitUntilAsync(Instant due, CancellationToken cancellationToken) => WaitUntilAsync(() => due, cancellationToken);

    /// <summary>Waits until this clock shows what <paramref name="due"/> says, which is asked at least once in a real minute.</summary>
    public async Task WaitUntilAsync(Func<Instant> due, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task moved;
            lock (_gate)
                moved = _moved.Task;
            var left = due() - GetCurrentInstant();
            if (left <= Duration.Zero)
                return;
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var elapsed = StandsStill
                ? Task.Delay(Timeout.InfiniteTimeSpan, _time, wait.Token)
                : Task.Delay(RealTime(left), _time, wait.Token);
            await Task.WhenAny(moved, elapsed);
            await wait.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private TimeSpan RealTime(Duration left)
    {
        var seconds = Math.Min(left.TotalSeconds / Speed, LongestWait.TotalSeconds);
        return TimeSpan.FromSeconds(Math.Max(seconds, ShortestWait.TotalSeconds));
    }
}
