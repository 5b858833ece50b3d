namespace SlaMonitor.Local.Queues;

/// <summary>
/// The time that a queue's file is written in: real time, but it never goes back. What waits in the queue would else wait for as long again
/// as the machine's clock was set back by.
/// </summary>
/// <param name="time">Real time.</param>
/// <param name="latest">The latest time that the file is known to have been written at, in Unix milliseconds.</param>
internal sealed class QueueClock(TimeProvider time, long latest)
{
    /// <summary>By how much two readings of one clock may differ.</summary>
    private const long Slack = 1_000;

    private readonly Lock _lock = new();
    private long _ahead = Math.Max(0, latest - time.GetUtcNow().ToUnixTimeMilliseconds());
    private long _last = latest;
    private long _readAt = time.GetTimestamp();

    /// <summary>The present, in Unix milliseconds.</summary>
    public long Now()
    {
        lock (_lock)
        {
            // What has gone by meanwhile is measured first, so that a thread that is kept from going on takes no time for a step back.
            var expected = _last + (long)time.GetElapsedTime(_readAt).TotalMilliseconds;
            var now = time.GetUtcNow().ToUnixTimeMilliseconds() + _ahead;
            if (now < expected - Slack)
            {
                _ahead += expected - now;
                now = expected;
            }

            (_last, _readAt) = (now, time.GetTimestamp());
            return now;
        }
    }
}
