using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>
/// Takes the texts of calendars in, keeps the good ones for the next start, and says what is wrong with the others. A calendar that cannot
/// be had, or not be read, changes nothing: the last good copy stays in force.
/// </summary>
internal sealed class FeedIntake(IFeedCopies copies, IClock clock, ILogger logger)
{
    private int _version;

    /// <summary>Grows with every calendar that has changed.</summary>
    public int Version => Volatile.Read(ref _version);

    private Instant Reach => clock.GetCurrentInstant() + FilledBook.Horizon;

    /// <summary>
    /// A calendar in the state that was kept at the last run; in the initial state where nothing was kept that can be read.
    /// </summary>
    public OnCallFeed Open(string source)
    {
        var feed = new OnCallFeed(source);
        if (copies.Find(source) is not { } kept || feed.Take(kept, Reach)) return feed;

        feed.Dispose();
        return new OnCallFeed(source);
    }

    /// <summary>The calendar has this text now.</summary>
    public void Take(OnCallFeed feed, string text, string? etag)
    {
        var copy = new FeedCopy(text, etag, clock.GetCurrentInstant());
        var isNews = feed.State.Copy?.Text != text;
        if (!feed.Take(copy, Reach))
        {
            logger.OnCallFeedRefused(feed.State.Trouble!);
            return;
        }

        if (!isNews) return;
        logger.OnCallFeedRead(feed.Shown, feed.State.Calendar!.EventCount);
        logger.OnCallFeedWarnings(feed.State.Calendar.Skipped.Take(10));
        Interlocked.Increment(ref _version);
        try
        {
            copies.Keep(feed.Source, copy);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.OnCallFeedNotKept(feed.Shown, e.Message);
        }
    }

    /// <summary>The calendar is as it was.</summary>
    public void Confirm(OnCallFeed feed) => feed.IsUnchanged(clock.GetCurrentInstant());

    /// <summary>The calendar could not be had.</summary>
    /// <param name="feed">The calendar.</param>
    /// <param name="reason">Why. The log has it once, however often it is so.</param>
    public void Fail(OnCallFeed feed, string reason)
    {
        var before = feed.State.Trouble;
        feed.Failed(reason);
        if (feed.State.Trouble != before) logger.OnCallFeedRefused(feed.State.Trouble!);
    }
}
