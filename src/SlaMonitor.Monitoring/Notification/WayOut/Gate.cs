using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace SlaMonitor.Monitoring.Notification.WayOut;

/// <summary>
/// Whether one way out of this process is open: mail, or a channel. When it takes nothing at all, one message after a growing wait finds
/// out whether it does again; all others wait meanwhile, so that a server that comes back is not met by all of them at once. Real time.
/// </summary>
/// <param name="way">The way in a word or two, for the log: <c>mail</c>, <c>slack:ops</c>.</param>
/// <param name="obstacle">Asks what is known to stand in the way before anything is tried; <c>null</c> for nothing.</param>
/// <param name="time">Real time.</param>
/// <param name="logger">Hears when it closes and opens.</param>
public class Gate(string way, Func<string?> obstacle, TimeProvider time, ILogger logger)
{
    /// <summary>The first wait; it doubles up to the longest.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private string? _reason;
    private Instant _since;
    private TimeSpan _wait;

    /// <summary>Until the next try, as of a timestamp: the machine's clock may be set while all wait.</summary>
    private (long From, TimeSpan Left) _nextTry;
    private bool _isTried;

    /// <summary>When it last took a message; <c>null</c> where it has taken none since the start.</summary>
    public Instant? LastSentAt { get; private set; }

    /// <summary>The last time that nothing could be sent; <c>null</c> where all could since the start.</summary>
    public WayOutFailure? LastFailure { get; private set; }

    /// <summary>Why nothing leaves now; <c>null</c> where nothing is known to stand in the way.</summary>
    public Closure? Closure
    {
        get
        {
            lock (_lock) return _reason is { } reason ? new Closure(reason, _since, Left) : null;
        }
    }

    /// <summary>Asks to try a message. While the way is closed, one caller after each wait may.</summary>
    /// <returns><c>null</c> where the caller may try, and has to say what came of it; else why not.</returns>
    public Closure? Enter()
    {
        lock (_lock)
        {
            if (_reason is not null)
            {
                if (Left > TimeSpan.Zero) return new Closure(_reason, _since, Left);

                // This caller finds out. The others wait for what comes of it, and not for ever if it dies.
                _nextTry = (time.GetTimestamp(), _wait);
                _isTried = true;
            }
        }

        return obstacle() is { } known ? Close(known, asked: null) : null;
    }

    /// <summary>The other side took a message, or refused it for what it is: it is there.</summary>
    /// <param name="tookIt">Whether it took it.</param>
    public void Opened(bool tookIt)
    {
        TimeSpan? closedFor = null;
        lock (_lock)
        {
            var now = time.GetCurrentInstant();
            if (tookIt) LastSentAt = now;
            if (_reason is not null) closedFor = (now - _since).ToTimeSpan();
            (_reason, _isTried) = (null, false);
        }

        if (closedFor is { } length) logger.WayOutOpened(way, length);
    }

    /// <summary>
    /// The other side takes nothing at all. The wait grows with each try: messages that were under way when the first one failed, and fail
    /// too, are no tries.
    /// </summary>
    /// <param name="reason">Why.</param>
    /// <param name="asked">How long it asks to be left alone, where it says so.</param>
    public Closure Close(string reason, TimeSpan? asked)
    {
        Closure closure;
        bool isNews;
        lock (_lock)
        {
            var now = time.GetCurrentInstant();
            isNews = _reason != reason;
            if (_reason is null) (_since, _wait) = (now, FirstWait);
            else if (_isTried) _wait = Min(_wait * 2, LongestWait);
            (_reason, _isTried) = (reason, false);
            LastFailure = new WayOutFailure(reason, now);
            _nextTry = (time.GetTimestamp(), asked > _wait ? Min(asked.Value, LongestWait) : _wait);
            closure = new Closure(reason, _since, Left);
        }

        if (isNews) logger.WayOutClosed(way, reason, closure.Wait);
        else logger.WayOutStillClosed(way, reason, closure.Since, closure.Wait);
        return closure;
    }

    private TimeSpan Left
    {
        get
        {
            var left = _nextTry.Left - time.GetElapsedTime(_nextTry.From);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
