using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Azure.Data.Tables;
using NodaTime;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Promises;

namespace SlaMonitor.Azure.Tables;

/// <summary>
/// The outcomes of all tickets in Table storage. Those of a ticket lie in its shard; a shard is sorted by shelf, agreement and time, so
/// that a month is one stretch of each.
/// </summary>
internal sealed class TablePromiseShelves(TableServiceClient service, DueShards shards, TimeProvider time) : IPromiseShelves
{
    /// <summary>How long somebody may be at a ticket before its rows are taken for left behind: a commit's requests end sooner.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const int Ahead = 2_000;

    private readonly TableAccess _tickets = new(service.GetTableClient(TableNames.Tickets));
    private readonly TableAccess _table = new(service.GetTableClient(TableNames.Due));

    /// <inheritdoc />
    /// <remarks>All shards are read at once, each one request for every thousand rows.</remarks>
    public async IAsyncEnumerable<ShelfRow> ReadAsync(
        Shelf shelf, string agreementId, Instant from, Instant to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var range = (OutcomeRow.BeginningOf(shelf, agreementId, from), OutcomeRow.BeginningOf(shelf, agreementId, to));
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rows = Channel.CreateBounded<TableEntity>(Ahead);
        var reading = Task.WhenAll(shards.All.Select(shard => _table.ReadToAsync(shard, range, rows.Writer, stopping.Token)));
        var ended = reading.ContinueWith(
            done => rows.Writer.TryComplete(done.Exception?.InnerException),
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await foreach (var row in rows.Reader.ReadAllAsync(cancellationToken)) yield return OutcomeRow.Read(row);
        }
        finally
        {
            await stopping.CancelAsync();
            await ended;
        }
    }

    public async Task<ShelfPage> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var (first, before) = OutcomeRow.OpenRange;
        if (after is not null && (string.CompareOrdinal(after, first) < 0 || string.CompareOrdinal(after, before) >= 0))
            throw new ArgumentException($"'{after}' is no place on a shelf.", nameof(after));

        // What comes next to a key: no key has a character that sorts as low as this one.
        var range = (after is null ? first : $"{after}!", before);
        var ofShards = await Task.WhenAll(shards.All.Select(shard => _table.ReadAsync(shard, range, most, cancellationToken)));
        var rows = ofShards.SelectMany(found => found).OrderBy(row => row.RowKey, StringComparer.Ordinal).Take(most).ToList();
        return new([.. rows.Select(OutcomeRow.Read)], rows.Count < most ? null : rows[^1].RowKey);
    }

    public async Task<IReadOnlyList<string>> ReadUncertainAsync(int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var since = time.GetUtcNow() - Patience;
        var ofShards = await Task.WhenAll(shards.All.Select(shard => _table.ReadAsync(shard, FilingRow.Range, most, cancellationToken)));
        return [.. ofShards.SelectMany(found => found).Where(row => row.Timestamp < since).Select(FilingRow.TicketOf).Take(most)];
    }

    /// <inheritdoc />
    /// <remarks>One request. The service looks at every row of the table by and by.</remarks>
    public async Task<TicketPage> ReadUnfiledAsync(string terms, string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var (rows, next) = await _tickets.ScanAsync(
            StateRow.UnfiledFilter(OutcomeRows.Form, terms), StateRow.TicketColumns, after, most, cancellationToken);
        return new([.. rows.Select(StateRow.ReadTicket)], next);
    }
}
