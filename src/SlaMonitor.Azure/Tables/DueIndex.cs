using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tables;

/// <summary>The due index: its rows are spread over shards by a hash of the ticket, and each shard is sorted by time.</summary>
internal sealed class DueIndex(TableAccess table, int shards)
{
    /// <summary>
    /// Writes a ticket's row. One that is there already is written anew: its ETag changes, and nobody who read it before can delete it.
    /// </summary>
    public async Task<DueEntry> WriteAsync(string ticketId, Instant due, CancellationToken cancellationToken)
    {
        var shard = ShardOf(ticketId);
        return new(shard, due, await table.PutAsync(DueRow.Of(shard, new(ticketId, due)), cancellationToken));
    }

    /// <summary>Deletes a ticket's row, unless it has been written anew since.</summary>
    public Task<bool> RemoveAsync(string ticketId, DueEntry entry, CancellationToken cancellationToken) =>
        table.TryDeleteAsync(entry.Shard, DueRow.Key(new(ticketId, entry.Due)), entry.Tag, cancellationToken);

    /// <summary>
    /// The earliest entries before an instant. Every shard is asked at once, in one request each unless it has over 1,000 of them.
    /// </summary>
    public async Task<IReadOnlyList<DueTicket>> ReadAsync(Instant before, int limit, CancellationToken cancellationToken)
    {
        var ofShards = await Task.WhenAll(
            Shards.Select(shard => table.ReadAsync(shard, DueRow.FirstKeyOf(before), limit, cancellationToken)));
        return [.. ofShards
            .SelectMany(rows => rows.Select(DueRow.Read))
            .OrderBy(entry => entry.Due)
            .ThenBy(entry => entry.TicketId, StringComparer.Ordinal)
            .Take(limit)];
    }

    /// <summary>
    /// The row of an entry as it is now. It is in its ticket's shard, or in another if it was written under another number of shards.
    /// </summary>
    public async Task<DueEntry?> FindAsync(DueTicket entry, CancellationToken cancellationToken)
    {
        var own = ShardOf(entry.TicketId);
        if (await FindAsync(own, entry, cancellationToken) is { } there) return there;

        var elsewhere = await Task.WhenAll(Shards.Where(shard => shard != own).Select(shard => FindAsync(shard, entry, cancellationToken)));
        return Array.Find(elsewhere, found => found is not null);
    }

    private IEnumerable<string> Shards => Enumerable.Range(0, shards).Select(Name);

    private async Task<DueEntry?> FindAsync(string shard, DueTicket entry, CancellationToken cancellationToken) =>
        await table.FindAsync(shard, DueRow.Key(entry), cancellationToken) is { } row ? new(shard, entry.Due, row.ETag) : null;

    // Any hash would do that is the same on every machine and in every version of .NET.
    private string ShardOf(string ticketId) =>
        Name((int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(ticketId))) % (uint)shards));

    private static string Name(int shard) => shard.ToString("x2", CultureInfo.InvariantCulture);
}
