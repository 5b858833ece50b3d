using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Agreements.Feeds;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>
/// Keeps the calendars that agreements name, and gives the agreements their turns. A calendar that cannot be had, or not be read, changes
/// nothing: the last good copy stays in force, and the health says why.
/// </summary>
internal sealed class OnCallFeeds(
    IFeedFetcher fetcher, IFeedCopies copies, IOptions<OnCallOptions> options, IClock clock, TimeProvider time, ILogger<OnCallFeeds> logger)
    : IDisposable
{
    /// <summary>How far ahead turns are known. It moves on every day: nobody is told by a turn that far away.</summary>
    public static readonly Duration Horizon = Duration.FromDays(90);

    private static readonly Duration Past = Duration.FromDays(2);
    private static readonly Duration Step = Duration.FromDays(1);

    // A server that has never answered is asked again soon; for all others there is a copy.
    private static readonly TimeSpan Impatient = TimeSpan.FromMinutes(1);

    private readonly Lock _filling = new();
    private readonly Dictionary<string, OnCallFeed> _feeds = new(StringComparer.Ordinal);
    private volatile OnCallFeed[] _followed = [];
    private volatile FilledBook? _filled;
    private int _version;

    /// <summary>What is wrong with the calendars.</summary>
    public IReadOnlyList<string> Troubles => [.. _followed.Select(feed => feed.State.Trouble).OfType<string>(), .. _filled?.Troubles ?? []];

    /// <summary>The book with the turns of its calendars. From now on they are kept.</summary>
    public AgreementBook Fill(AgreementBook book)
    {
        if (Filled(book) is { } filled) return filled;
        lock (_filling)
        {
            if (Filled(book) is { } meanwhile) return meanwhile;
            if (!ReferenceEquals(_filled?.Of, book)) Follow(book);
            return (_filled = FillNow(book)).Book;
        }
    }

    /// <summary>Reads the files again that have changed.</summary>
    public void LookAtFiles()
    {
        foreach (var feed in _followed.Where(feed => feed.Address is null)) ReadFile(feed);
    }

    /// <summary>Asks the servers, where it is time to.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_followed.Where(feed => feed.Address is not null).Select(feed => RefreshAsync(feed, cancellationToken)));

    public void Dispose()
    {
        foreach (var feed in _feeds.Values) feed.Dispose();
    }

    private AgreementBook? Filled(AgreementBook book) =>
        _filled is { } filled && ReferenceEquals(filled.Of, book)
        && filled.Version == Volatile.Read(ref _version) && filled.Serves.Contains(clock.GetCurrentInstant())
            ? filled.Book
            : null;

    private void Follow(AgreementBook book)
    {
        var named = book.Agreements.SelectMany(history => history.Versions).SelectMany(version => version.Contacts.Values)
            .Select(contact => contact.Rotation?.Feed).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var source in named.Where(source => !_feeds.ContainsKey(source))) _feeds[source] = Open(source);
        _followed = [.. _feeds.Values.Where(feed => named.Contains(feed.Source))];
    }

    private OnCallFeed Open(string source)
    {
        var feed = new OnCallFeed(source);

        // A copy that a newer monitor reads no more is none.
        if (copies.Find(source) is { } kept && !feed.Take(kept, Reach)) feed = new OnCallFeed(source);
        if (feed.Address is null) ReadFile(feed);
        return feed;
    }

    private Instant Reach => clock.GetCurrentInstant() + Horizon;

    private FilledBook FillNow(AgreementBook book)
    {
        var (now, version, troubles) = (clock.GetCurrentInstant(), Volatile.Read(ref _version), new List<string>());
        if (_followed.Length == 0) return new FilledBook(book, book, version, new Interval(null, null), troubles);

        var isNews = _filled is not { } before || before.Version != version || !ReferenceEquals(before.Of, book);
        var window = new Interval(now - Past, now + Horizon + Step);
        var filled = new AgreementBook(book.Agreements.Select(history => new AgreementHistory(history.Versions.Select(Fill))));
        return new FilledBook(book, filled, version, new Interval(now - Step, now + Step), troubles);

        Agreement Fill(Agreement agreement) => agreement with
        {
            Contacts = agreement.Contacts.ToDictionary(
                entry => entry.Key,
                entry => entry.Value.Rotation is { Feed: { } source } rotation
                    ? entry.Value with { Rotation = rotation with { Turns = Turns(agreement, source) } }
                    : entry.Value,
                StringComparer.Ordinal),
        };

        DatedTurns Turns(Agreement agreement, string source)
        {
            if (_feeds[source].State.Calendar is not { } calendar) return DatedTurns.None;

            var shown = _feeds[source].Shown;
            try
            {
                var turns = calendar.TurnsFor(agreement, window, out var warnings);
                if (isNews) logger.OnCallFeedWarnings(warnings);
                if (turns.Members.Count == 0)
                    troubles.Add(
                        $"{shown} names nobody for the next {Horizon.Days} days; the fallback contact is told instead of who is on call.");
                return turns;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // A mistake of ours in a text of somebody else's must not keep everybody from being told of anything.
                logger.OnCallFeedFailed(e, shown);
                troubles.Add($"{shown} cannot be followed: {e.Message}; the fallback contact is told instead of who is on call.");
                return DatedTurns.None;
            }
        }
    }

    private void ReadFile(OnCallFeed feed)
    {
        try
        {
            var file = new FileInfo(feed.Source);
            var stamp = file.Exists ? $"{file.Length}:{file.LastWriteTimeUtc.Ticks}" : "none";
            if (string.Equals(stamp, feed.Stamp, StringComparison.Ordinal)) return;

            feed.Stamp = stamp;
            if (!file.Exists) Fail(feed, "there is no such file; the agreement takes who is on call from it");
            else if (file.Length > OnCallCalendar.LargestText) Fail(feed, OnCallCalendar.TooLarge);
            else Take(feed, File.ReadAllText(feed.Source), etag: null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(feed, $"the file cannot be read: {e.Message}");
        }
    }

    private async Task RefreshAsync(OnCallFeed feed, CancellationToken cancellationToken)
    {
        await feed.Asking.WaitAsync(cancellationToken);
        try
        {
            var wait = feed.State.Copy is null ? Impatient : options.Value.FeedsEvery;
            if (feed.AskedAt is { } asked && time.GetElapsedTime(asked) < wait) return;

            var answer = await fetcher.FetchAsync(feed.Address!, feed.State.Copy?.ETag, cancellationToken);
            feed.AskedAt = time.GetTimestamp();
            switch (answer)
            {
                case FeedAnswer.Fetched fetched:
                    Take(feed, fetched.Text, fetched.ETag);
                    break;
                case FeedAnswer.Unchanged:
                    feed.IsUnchanged(clock.GetCurrentInstant());
                    break;
                case FeedAnswer.Failed failed:
                    Fail(feed, $"the calendar cannot be fetched: {failed.Reason}");
                    break;
            }
        }
        finally
        {
            feed.Asking.Release();
        }
    }

    private void Take(OnCallFeed feed, string text, string? etag)
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

    private void Fail(OnCallFeed feed, string reason)
    {
        var before = feed.State.Trouble;
        feed.Failed(reason);
        if (feed.State.Trouble != before) logger.OnCallFeedRefused(feed.State.Trouble!);
    }
}
