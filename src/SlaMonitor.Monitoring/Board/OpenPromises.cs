using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
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
    private readonly TimeProvider _time;
    private readonly TimeSpan _readEvery;
    private readonly Lock _gate = new();
    private Task<(IReadOnlyList<ClockOutcome> Rows, bool IsWhole)>? _reading;
    private long _readAt;

    /// <param name="reader">What is filed.</param>
    /// <param name="agreements">The agreements.</param>
    /// <param name="options">How often the store is read.</param>
    /// <param name="clock">The monitor's clock.</param>
    /// <param name="time">Real time.</param>
    public OpenPromises(
        PromiseReader reader, IAgreementSource agreements, IOptions<BoardOptions> options, IClock clock, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_reader, _agreements, _clock, _time, _readEvery) = (reader, agreements, clock, time, options.Value.ReadEvery);
    }

    /// <summary>How they stand now.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<OpenPromiseList> LookAsync(CancellationToken cancellationToken)
    {
        var (rows, isWhole) = await ReadAsync().WaitAsync(cancellationToken);
        var book = await _agreements.GetTermsAsync(cancellationToken);
        var now = _clock.GetCurrentInstant();
        return new OpenPromiseList([.. rows.Select(row => OpenPromise.Of(row, book, now))], isWhole, now);
    }

    /// <summary>Whoever stops waiting takes the reading away from nobody else.</summary>
    private Task<(IReadOnlyList<ClockOutcome> Rows, bool IsWhole)> ReadAsync()
    {
        lock (_gate)
        {
            if (_reading is null or { IsCompleted: true, IsCompletedSuccessfully: false }
                || (_reading.IsCompleted && _time.GetElapsedTime(_readAt) >= _readEvery))
            {
                _readAt = _time.GetTimestamp();
                _reading = Task.Run(() => ReadRowsAsync(CancellationToken.None));
            }

            return _reading;
        }
    }

    private async Task<(IReadOnlyList<ClockOutcome> Rows, bool IsWhole)> ReadRowsAsync(CancellationToken cancellationToken)
    {
        var rows = new Dictionary<(string, string), ClockOutcome>();
        string? after = null;
        do
        {
            var page = await _reader.ReadOpenAsync(after, PageSize, cancellationToken);
            foreach (var promise in page.Promises) rows[(promise.TicketId, promise.ClockId.ToString())] = promise;
            after = page.Next;
        }
        while (after is not null && rows.Count < Most);

        return ([.. rows.Values], after is null);
    }
}
