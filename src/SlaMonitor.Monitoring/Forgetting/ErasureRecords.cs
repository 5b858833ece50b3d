using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Forgetting;

/// <summary>Keeps on record who was forgotten when, without their names. The records stay for good.</summary>
public sealed class ErasureRecords(IMonitorNotes notes, IClock clock, TimeProvider time)
{
    /// <summary>How the name of each such note begins.</summary>
    internal const string Prefix = "erasure ";

    private const int PageSize = 500;

    /// <summary>All of them, the last one first.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<IReadOnlyList<ErasureRecord>> ListAsync(CancellationToken cancellationToken)
    {
        var kept = await KeptPages.AllAsync(after => notes.ReadAsync(Prefix, after, PageSize, cancellationToken))
            .ToListAsync(cancellationToken);
        var records = kept.Select(note => NoteJson.Read<ErasureRecord>(note.Text)).OfType<ErasureRecord>();
        return [.. records.OrderByDescending(record => record.LastAt).ThenBy(record => record.Id, StringComparer.Ordinal)];
    }

    /// <summary>Adds what was erased just now.</summary>
    /// <param name="stretch">What was erased, under the id of its record; its times do not count.</param>
    /// <param name="isFirst">Whether all is gone through from its beginning: what had to be kept is counted anew then.</param>
    /// <param name="isLast">Whether this was the end of it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    internal async Task<ErasureRecord> AddAsync(
        ErasureRecord stretch, bool isFirst, bool isLast, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var known = await notes.FindAsync(Prefix + stretch.Id, cancellationToken) is { } note
            ? NoteJson.Read<ErasureRecord>(note.Text)
            : null;
        var sum = stretch with
        {
            FirstAt = known?.FirstAt ?? now,
            LastAt = now,
            DoneAt = isLast ? now : known?.DoneAt,
            Tickets = stretch.Tickets + (known?.Tickets ?? 0),
            Events = stretch.Events + (known?.Events ?? 0),
            Kept = stretch.Kept + (isFirst ? 0 : known?.Kept ?? 0),
            Traces = Sum(known?.Traces, stretch.Traces),
        };
        await notes.KeepAsync(
            new MonitorNote(Prefix + sum.Id, NoteJson.Write(sum), time.GetCurrentInstant()), cancellationToken);
        return sum;
    }

    private static Dictionary<string, int> Sum(IReadOnlyDictionary<string, int>? before, IReadOnlyDictionary<string, int> more) =>
        (before ?? new Dictionary<string, int>(StringComparer.Ordinal)).Concat(more)
            .GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Key, entry => entry.Sum(one => one.Value), StringComparer.Ordinal);
}
