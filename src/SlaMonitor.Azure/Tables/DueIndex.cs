using NodaTime;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tables;

/// <summary>The due index: its rows are spread over shards by a hash of the ticket, and each shard is sorted by time.</summary>
internal sealed class DueIndex(TableAccess table, DueShards shards)
{
    /// <summary>
    /// Writes a ticket's row. One that is there already is written anew: its ETag changes, and nobody who read it before can delete it.
    /// </summary>
    public async Task<DueEntry> WriteAsync(string ticketId, Instant due, CancellationToken cancellationToken)
    {
        var shard = shards.Of(ticketId);
        return new(shard, due, await table.PutAsync(DueRow.Of(shard, new(ticketId, due)), cancellationToken));
    }

    /// <summary>Deletes a ticket's row, unless it has been written anew since.</summary>
    public Task<bool> RemoveAsync(string ticketId, DueEntry entry, CancellationToken cancellationToken) =>
        table.TryDeleteAsync(entry.Shard, DueRow.Key(new(ticketId, entry.Due)), entry.Tag, cancellationToken);

    /// <summary>
    /// The earliest entries before an instant. Every shard is asked at once, in one request each unless it has over 1,000 of them. Where
    /// several evaluators share the index, an entry of another one is among them when it is late by more than
    /// <see cref="DueShards.Patience"/>, so that nothing waits for an evaluator that is away.
    /// </summary>
    public async Task<IReadOnlyList<DueTicket>> ReadAsync(Instant before, int limit, CancellationToken cancellationToken)
    {
        var reading = ReadAsync(shards.OfOthers, before - DueShards.Patience, limit, cancellationToken);
        var own = await ReadAsync(shards.Own, before, limit, cancellationToken);
        var late = await reading;
        return [.. Sort(own.Concat(late.Take(DueShards.RoomForOthers(limit, own.Count)))).Take(limit)];
    }

    /// <summary>
    /// The row of an entry as it is now. It is in its ticket's shard, or in another if it was written under another number of shards.
    /// </summary>
    public async Task<DueEntry?> FindAsync(DueTicket entry, CancellationToken cancellationToken)
    {
        var own = shards.Of(entry.TicketId);
        if (await FindAsync(own, entry, cancellationToken) is { } there) return there;

        var elsewhere = await Task.WhenAll(
            shards.All.Where(shard => shard != own).Select(shard => FindAsync(shard, entry, cancellationToken)));
        return Array.Find(elsewhere, found => found is not null);
    }

    private async Task<IReadOnlyList<DueTicket>> ReadAsync(
        IEnumerable<string> asked, Instant before, int limit, CancellationToken cancellationToken)
    {
        var ofShards = await Task.WhenAll(
            asked.Select(shard => table.ReadAsync(shard, DueRow.FirstKeyOf(before), limit, cancellationToken)));
        return [.. Sort(ofShards.SelectMany(rows => rows.Select(DueRow.Read))).Take(limit)];
    }

    private static IEnumerable<DueTicket> Sort(IEnumerable<DueTicket> entries) =>
        entries.OrderBy(entry => entry.Due).ThenBy(entry => entry.TicketId, StringComparer.Ordinal);

    private async Task<DueEntry?> FindAsync(string shard, DueTicket entry, CancellationToken cancellationToken) =>
        await table.FindAsync(shard, DueRow.Key(entry), cancellationToken) is { } row ? new(shard, entry.Due, row.ETag) : null;
}
