using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;

namespace SlaMonitor.Monitoring.Board;

/// <summary>
/// The promises whose clocks go on, for everybody who looks at once: the store is read once in a few seconds, however many ask, and to a
/// bounded length, however many there are. How each of them stands is worked out once in a second.
/// </summary>
public sealed class OpenPromises
{
    /// <summary>How many are read at most, the first due first.</summary>
    public const int Most = 5_000;

    private const int PageSize = 1_000;

    /// <summary>For how long one working out of how all of them stand serves everybody: the page shows seconds.</summary>
    private static readonly Duration Fresh = Duration.FromSeconds(1);

    private readonly PromiseReader _reader;
    private readonly IAgreementSource _agreements;
    private readonly IClock _clock;
    private readonly SharedLook<(IReadOnlyList<ClockOutcome> Rows, bool IsWhole)> _rows;
    private readonly Lock _working = new();
    private Worked? _last;

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
        lock (_working)
        {
            var now = _clock.GetCurrentInstant();
            if (_last is { } last && ReferenceEquals(last.Rows, rows) && ReferenceEquals(last.Book, book)
                && last.List.AsOf <= now && now - last.List.AsOf < Fresh)
            {
                return last.List;
            }

            var list = new OpenPromiseList([.. rows.Select(row => OpenPromise.Of(row, book, now))], isWhole, now);
            _last = new Worked(rows, book, list);
            return list;
        }
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

    private sealed record Worked(IReadOnlyList<ClockOutcome> Rows, AgreementBook Book, OpenPromiseList List);
}
