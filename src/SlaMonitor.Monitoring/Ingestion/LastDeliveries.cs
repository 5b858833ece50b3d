using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Ingestion;

/// <summary>
/// When each connection was last heard, by whichever process, to about a minute: a connection that has gone silent looks like a desk that
/// has nothing to do.
/// </summary>
/// <param name="clock">The monitor's clock.</param>
/// <param name="time">Real time.</param>
/// <param name="notes">Where it is kept; <c>null</c>: each process remembers it for itself.</param>
public sealed class LastDeliveries(IClock clock, TimeProvider time, IMonitorNotes? notes = null)
{
    private const string Prefix = "last delivery of ";

    private static readonly TimeSpan KeepEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (Instant At, long Kept)> _last = new(StringComparer.Ordinal);

    /// <summary>Notes that a connection was heard. What it sent is stored already: a store that is away now spoils nothing.</summary>
    public async Task NoteAsync(string connection, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var isKept = _last.TryGetValue(connection, out var last) && time.GetElapsedTime(last.Kept) < KeepEvery;
        _last[connection] = (now, isKept ? last.Kept : time.GetTimestamp());
        if (isKept || notes is null) return;

        try
        {
            var note = new MonitorNote(Prefix + connection, InstantPattern.ExtendedIso.Format(now), time.GetCurrentInstant());
            await notes.KeepAsync(note, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            _last[connection] = (now, long.MinValue / 2); // to be kept with the next one
        }
    }

    /// <summary>When a connection was last heard; <c>null</c> where it never was.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<Instant?> FindAsync(string connection, CancellationToken cancellationToken)
    {
        var here = _last.TryGetValue(connection, out var last) ? last.At : (Instant?)null;
        var note = notes is null ? null : await notes.FindAsync(Prefix + connection, cancellationToken);
        var anywhere = note is not null && InstantPattern.ExtendedIso.Parse(note.Text) is { Success: true } read ? read.Value : here;
        return here is { } mine && anywhere is { } theirs ? Instant.Max(mine, theirs) : here ?? anywhere;
    }
}
