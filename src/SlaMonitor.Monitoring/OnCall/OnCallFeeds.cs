using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>Follows the calendars that agreements name, and gives the agreements their turns.</summary>
internal sealed class OnCallFeeds : IDisposable
{
    private readonly IClock _clock;
    private readonly ILogger _logger;
    private readonly FeedIntake _intake;
    private readonly FeedFiles _files;
    private readonly FeedServers _servers;

    private readonly Lock _filling = new();
    private readonly Dictionary<string, OnCallFeed> _feeds = new(StringComparer.Ordinal);
    private AgreementBook? _followedBook;
    private volatile OnCallFeed[] _followed = [];
    private volatile FilledBook? _filled;

    public OnCallFeeds(
        IFeedFetcher fetcher, IFeedCopies copies, IOptions<OnCallOptions> options, IClock clock, TimeProvider time,
        ILogger<OnCallFeeds> logger)
    {
        (_clock, _logger) = (clock, logger);
        _intake = new FeedIntake(copies, clock, logger);
        _files = new FeedFiles(_intake);
        _servers = new FeedServers(fetcher, _intake, options, time);
    }

    /// <summary>What is wrong with the calendars.</summary>
    public IReadOnlyList<string> Troubles =>
    [
        .. _followed.SelectMany(feed => new[] { feed.State.Trouble, feed.State.LeftOut }).OfType<string>(), .. _filled?.Troubles ?? [],
    ];

    /// <summary>The book with the turns of its calendars as they are now; servers are asked where it is time to.</summary>
    public async Task<AgreementBook> FillAsync(AgreementBook book, CancellationToken cancellationToken)
    {
        lock (_filling) Follow(book);
        await Task.WhenAll(_followed.Where(feed => feed.Address is not null).Select(feed => _servers.AskAsync(feed, cancellationToken)));
        return Fill(book);
    }

    /// <summary>The book with the turns of its calendars as they are known. From now on they are followed.</summary>
    public AgreementBook Fill(AgreementBook book)
    {
        if (Filled(book) is { } filled) return filled.Book;
        lock (_filling)
        {
            if (Filled(book) is { } meanwhile) return meanwhile.Book;

            Follow(book);
            var version = _intake.Version;
            var isNews = _filled is not { } before || before.Version != version || !ReferenceEquals(before.Source, book);
            return (_filled = _followed.Length == 0
                ? FilledBook.WithoutFeeds(book, version)
                : FilledBook.Of(book, _feeds, version, _clock.GetCurrentInstant(), _logger, isNews)).Book;
        }
    }

    /// <summary>Reads the files again that have changed.</summary>
    public void LookAtFiles()
    {
        foreach (var feed in _followed.Where(feed => feed.Address is null)) _files.Look(feed);
    }

    public void Dispose()
    {
        foreach (var feed in _feeds.Values) feed.Dispose();
    }

    private FilledBook? Filled(AgreementBook book) =>
        _filled is { } filled && filled.IsOf(book, _intake.Version, _clock.GetCurrentInstant()) ? filled : null;

    private void Follow(AgreementBook book)
    {
        if (ReferenceEquals(_followedBook, book)) return;

        var named = book.Agreements.SelectMany(history => history.Versions).SelectMany(version => version.Contacts.Values)
            .Select(contact => contact.Rotation?.Feed).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var source in named.Where(source => !_feeds.ContainsKey(source)))
        {
            var feed = _feeds[source] = _intake.Open(source);
            if (feed.Address is null) _files.Look(feed);
        }

        _followed = [.. _feeds.Values.Where(feed => named.Contains(feed.Source))];
        _followedBook = book;
    }
}
