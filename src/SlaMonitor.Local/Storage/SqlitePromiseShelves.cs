using System.Runtime.CompilerServices;
using System.Text.Json;
using NodaTime;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Promises;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Local.Storage;

/// <summary>The outcomes of all tickets, in the same SQLite file, written in the transaction of their ticket.</summary>
internal sealed class SqlitePromiseShelves : IPromiseShelves
{
    // No other lower bound: SQLite would begin each page there, and pass over all pages before it.
    internal const string ReadSql =
        """
        SELECT ticket, clock, at, body FROM outcomes INDEXED BY outcomes_filed
        WHERE shelf > 0 AND shelf = $shelf AND agreement = $agreement AND at < $to
            AND (at, ticket, clock) > ($afterTime, $afterTicket, $afterClock)
        ORDER BY at, ticket, clock LIMIT $limit
        """;

    internal const string OpenSql =
        """
        SELECT ticket, clock, at, body, agreement FROM outcomes INDEXED BY outcomes_open
        WHERE shelf = 0 AND (at, ticket, clock) > ($afterTime, $afterTicket, $afterClock)
        ORDER BY at, ticket, clock LIMIT $limit
        """;

    private const string UnfiledSql =
        """
        SELECT ticket FROM tickets
        WHERE ticket > $after
            AND (json_extract(state, '$.filedAs') IS NOT $form OR json_extract(state, '$.terms') IS NOT $terms)
        ORDER BY ticket LIMIT $limit
        """;

    private readonly SqliteDatabase _database;

    public SqlitePromiseShelves(SqliteDatabase database)
    {
        _database = database;
        SqliteOutage.CreateSchema(database, MonitorSchema.Tickets, ("events", "trace_parent", "TEXT NULL"));
    }

    /// <summary>How many rows are read at once.</summary>
    internal int PageSize { get; init; } = 1_000;

    public async IAsyncEnumerable<ShelfRow> ReadAsync(
        Shelf shelf, string agreementId, Instant from, Instant to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // No ticket's id is empty: every row of that time comes after it.
        for (var after = new Place(StoredInstant.ToTicks(from), string.Empty, string.Empty); ;)
        {
            var rows = await SqliteOutage.ReadAsync(
                _database,
                session => session.Query(
                    ReadSql,
                    row => new ShelfRow(
                        shelf, agreementId, row.GetString(0), row.GetString(1), OutcomeTable.TimeOf(row.GetInt64(2)), row.GetString(3)),
                    ("$shelf", (int)shelf), ("$agreement", agreementId), ("$to", StoredInstant.ToTicks(to)),
                    ("$afterTime", after.At), ("$afterTicket", after.TicketId), ("$afterClock", after.Clock), ("$limit", PageSize)),
                cancellationToken);
            foreach (var row in rows) yield return row;
            if (rows.Count < PageSize) yield break;

            after = Place.Of(rows[^1]);
        }
    }

    public async Task<ShelfPage> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var place = after is null ? Place.First : Place.Parse(after);
        var rows = await SqliteOutage.ReadAsync(
            _database,
            session => session.Query(
                OpenSql,
                row => new ShelfRow(
                    Shelf.Open, row.GetString(4), row.GetString(0), row.GetString(1), OutcomeTable.TimeOf(row.GetInt64(2)),
                    row.GetString(3)),
                ("$afterTime", place.At), ("$afterTicket", place.TicketId), ("$afterClock", place.Clock), ("$limit", most)),
            cancellationToken);
        return new(rows, rows.Count < most ? null : Place.Of(rows[^1]).ToString());
    }

    /// <summary>There is none: what is filed is true to the ticket, or neither is written.</summary>
    public Task<IReadOnlyList<string>> ReadUncertainAsync(int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public async Task<TicketPage> ReadUnfiledAsync(string terms, string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var tickets = await SqliteOutage.ReadAsync(
            _database,
            session => session.Query(
                UnfiledSql, row => row.GetString(0),
                ("$after", after ?? string.Empty), ("$form", OutcomeRows.Form), ("$terms", terms), ("$limit", most)),
            cancellationToken);
        return new(tickets, tickets.Count < most ? null : tickets[^1]);
    }

    /// <summary>A place in the order of a shelf.</summary>
    private readonly record struct Place(long At, string TicketId, string Clock)
    {
        /// <summary>Before every row.</summary>
        public static Place First { get; } = new(long.MinValue, string.Empty, string.Empty);

        public static Place Of(ShelfRow row) => new(OutcomeTable.TimeOf(row.At), row.TicketId, row.Clock);

        /// <exception cref="ArgumentException">It is no place that was given out.</exception>
        public static Place Parse(string text)
        {
            try
            {
                return JsonSerializer.Deserialize<string[]>(text) is [var at, { } ticket, { } clock] && long.TryParse(at, out var time)
                    ? new(time, ticket, clock)
                    : throw Wrong(text, null);
            }
            catch (JsonException e)
            {
                throw Wrong(text, e);
            }
        }

        public override string ToString() => JsonSerializer.Serialize<string[]>([$"{At}", TicketId, Clock]);

        private static ArgumentException Wrong(string text, Exception? e) => new($"'{text}' is no place on a shelf.", nameof(text), e);
    }
}
