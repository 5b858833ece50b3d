using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using NodaTime.Testing;
using SlaMonitor.Monitoring.OnCall;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Tests.OnCall;

/// <summary>Keepers of calendars, on a server that says what the test lets it say and a place for copies that outlives them.</summary>
internal sealed class FeedBench : IFeedFetcher, IFeedCopies, IDisposable
{
    private readonly List<OnCallFeeds> _keepers = [];

    /// <summary>Monday, 2 March 2026, 09:00 in Berlin.</summary>
    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 3, 2, 8, 0));

    public FakeLogger<OnCallFeeds> Logger { get; } = new();

    public Dictionary<string, FeedCopy> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>What the server says.</summary>
    public Func<FeedAnswer> Answer { get; set; } = () => new FeedAnswer.Failed("it answered 404");

    /// <summary>Whether the server takes requests and answers none.</summary>
    public bool Hangs { get; set; }

    /// <summary>What it was asked: the state that was known already.</summary>
    public List<string?> Asked { get; } = [];

    public OnCallFeeds Keeper(TimeProvider time)
    {
        var keeper = new OnCallFeeds(this, this, Options.Create(new OnCallOptions()), Clock, time, Logger);
        _keepers.Add(keeper);
        return keeper;
    }

    public async Task<FeedAnswer> FetchAsync(Uri address, string? etag, CancellationToken cancellationToken)
    {
        Asked.Add(etag);
        if (Hangs) await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        return Answer();
    }

    public FeedCopy? Find(string source) => Kept.GetValueOrDefault(source);

    public void Keep(string source, FeedCopy copy) => Kept[source] = copy;

    public void Dispose() => _keepers.ForEach(keeper => keeper.Dispose());
}
