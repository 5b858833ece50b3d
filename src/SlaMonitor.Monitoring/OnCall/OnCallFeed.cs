using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Feeds;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>A calendar and the last good copy of it.</summary>
/// <param name="source">Where it is: a file's path or an address.</param>
internal sealed class OnCallFeed(string source) : IDisposable
{
    private volatile FeedState _state = new(null, null, []);

    public string Source => source;

    /// <summary>Where to ask for it; <c>null</c> for a file.</summary>
    public Uri? Address { get; } = FeedName.AddressOf(source);

    /// <summary>The file or the server, as problems name it.</summary>
    public string Shown { get; } = FeedName.AddressOf(source) is null ? source : FeedName.Of(source);

    public FeedState State => _state;

    /// <summary>Held by whoever is asking the server.</summary>
    public SemaphoreSlim Asking { get; } = new(1);

    /// <summary>When the server was last asked, by the time provider's timestamp.</summary>
    public long? AskedAt { get; set; }

    /// <summary>What of the file was last read.</summary>
    public string Stamp { get; set; } = string.Empty;

    /// <summary>Takes a text as the state of the calendar. One that cannot be read changes nothing but the troubles.</summary>
    /// <param name="copy">The text.</param>
    /// <param name="until">Until when its series are going to be followed.</param>
    /// <returns>Whether it is good.</returns>
    public bool Take(FeedCopy copy, Instant until)
    {
        var calendar = OnCallCalendar.Read(Shown, copy.Text, until, out var problems);
        _state = calendar is null ? _state with { Problems = problems } : new FeedState(copy, calendar, []);
        return calendar is not null;
    }

    /// <summary>The calendar is as it was.</summary>
    public void IsUnchanged(Instant at) => _state = _state with { Copy = _state.Copy! with { ReadAt = at }, Problems = [] };

    /// <summary>The calendar could not be had.</summary>
    public void Failed(string reason) =>
        _state = _state with { Problems = [new AgreementProblem(new Place(Shown, 1, 1), ProblemSeverity.Error, reason)] };

    public void Dispose() => Asking.Dispose();
}
