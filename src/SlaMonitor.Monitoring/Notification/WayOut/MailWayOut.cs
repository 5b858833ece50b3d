using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Notification.WayOut;

/// <summary>
/// Whether mails leave this process. When the mail system takes none at all, one mail after a growing wait finds out whether it does again;
/// all others wait meanwhile, so that a server that comes back is not met by all of them at once. Real time.
/// </summary>
public sealed class MailWayOut(MailReadiness readiness, TimeProvider time, ILogger<MailWayOut> logger)
{
    /// <summary>The first wait; it doubles up to the longest.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private string? _reason;
    private DateTimeOffset _since;
    private DateTimeOffset _nextTry;
    private TimeSpan _wait;

    /// <summary>When the mail system last took a mail; <c>null</c> where it has taken none since the start.</summary>
    public DateTimeOffset? LastSentAt { get; private set; }

    /// <summary>The last time that no mail could be sent; <c>null</c> where all could since the start.</summary>
    public WayOutFailure? LastFailure { get; private set; }

    /// <summary>Why no mail leaves now; <c>null</c> where nothing is known to stand in the way.</summary>
    public Closure? Closure
    {
        get
        {
            lock (_lock) return _reason is { } reason ? new Closure(reason, _since, WaitFrom(time.GetUtcNow())) : null;
        }
    }

    /// <summary>Asks to try a mail. While the way is closed, one caller after each wait may.</summary>
    /// <returns><c>null</c> where the caller may try, and has to say what came of it; else why not.</returns>
    public Closure? Enter()
    {
        if (readiness.Obstacle is { } obstacle) return Close(obstacle, asked: null);

        lock (_lock)
        {
            if (_reason is null) return null;

            var now = time.GetUtcNow();
            if (now < _nextTry) return new Closure(_reason, _since, WaitFrom(now));

            // This caller finds out. The others wait for what comes of it, and not for ever if it dies.
            _nextTry = now + _wait;
            return null;
        }
    }

    /// <summary>The mail system took a mail, or refused it for what it is: it is there.</summary>
    /// <param name="tookIt">Whether it took it.</param>
    public void Opened(bool tookIt)
    {
        TimeSpan? closedFor = null;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (tookIt) LastSentAt = now;
            if (_reason is not null) closedFor = now - _since;
            _reason = null;
        }

        if (closedFor is { } length) logger.WayOutOpened(length);
    }

    /// <summary>The mail system takes no mail at all.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="asked">How long it asks to be left alone, where it says so.</param>
    public Closure Close(string reason, TimeSpan? asked)
    {
        Closure closure;
        bool isNews;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            isNews = _reason != reason;
            (_since, _wait) = _reason is null ? (now, FirstWait) : (_since, Min(_wait * 2, LongestWait));
            _reason = reason;
            LastFailure = new WayOutFailure(reason, now);
            _nextTry = now + (asked > _wait ? Min(asked.Value, LongestWait) : _wait);
            closure = new Closure(reason, _since, WaitFrom(now));
        }

        if (isNews) logger.WayOutClosed(reason, closure.Wait);
        else logger.WayOutStillClosed(reason, closure.Since, closure.Wait);
        return closure;
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private TimeSpan WaitFrom(DateTimeOffset now) => _nextTry > now ? _nextTry - now : TimeSpan.Zero;
}
