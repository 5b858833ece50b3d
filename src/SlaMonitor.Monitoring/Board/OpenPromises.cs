using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;

namespace SlaMonitor.Monitoring.Board;

/// <summary>
/// The promises whose clocks go on, for everybody who looks at once: the store is read once in a few seconds, however many ask, and to a
/// bounded length, however many there are. How each of them stands is worked out for every look anew.
/// </summary>
public sealed class OpenPromises
{
    /// <summary>How many are read at most, the first due first.</summary>
    public const int Most = 5_000;

    private const int PageSize = 1_000;

    private readonly PromiseReader _reader;
    private readonly IAgreementSource _agreements;
    private readonly IClock _clock;
    private readonly SharedLook<(IReadOnlyList<ClockOutcome> Rows, bool IsWhole)> _rows;

    /// <param name="reader">What is filed.</param>
    /// <param name="agreements">The agreements.</param>
    /// <param name="options">How often the store is read.</param>
    /// <param name="clock">The monitor's clock.</param>
    /// <param name="time">Real time.</param>
    public OpenPromises(
        PromiseReader reader, IAgreementSource agreements, IOptions<BoardOptions> options, IClock clock, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_reader, _agreements, _clock) = (reader, agreements, clock);
        // SQLite blocks whoever asks it, and those who wait for the gate of the look must not wait for the disk.
        _rows = new(() => Task.Run(ReadAsync), options.Value.ReadEvery, time);
    }

    /// <summary>How they stand now.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<OpenPromiseList> LookAsync(CancellationToken cancellationToken)
    {
        var (rows, isWhole) = await _rows.LookAsync(cancellationToken);
        var book = await _agreements.GetTermsAsync(cancellationToken);
        var now = _clock.GetCurrentInstant();
        return new OpenPromiseList([.. rows.Select(row => OpenPromise.Of(row, book, now))], isWhole, now);
    }

    /// <summary>Lets the next look read the store: somebody here has changed how a promise stands, and wants to see it.</summary>
    public void Forget() => _rows.Forget();

    private async Task<(IReadOnlyList<ClockOutcome> Rows, bool IsWhole)> ReadAsync()
    {
        var rows = new Dictionary<(string, string), ClockOutcome>();
        string? after = null;
        do
        {
            var page = await _reader.ReadOpenAsync(after, PageSize, CancellationToken.None);
            foreach (var promise in page.Promises) rows[(promise.TicketId, promise.ClockId.ToString())] = promise;
            after = page.Next;
        }
        while (after is not null && rows.Count < Most);

        return ([.. rows.Values], after is null);
    }
}
