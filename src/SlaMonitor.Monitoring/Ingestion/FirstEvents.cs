using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Ingestion;

/// <summary>
/// Since when each source is heard: when the first thing happened that it told. It is kept in the store, for all processes and for good. A
/// ticket that is older and whose creation was never received belongs to the time before.
/// </summary>
/// <param name="time">Real time.</param>
/// <param name="notes">Where it is kept; <c>null</c>: each process remembers it for itself.</param>
public sealed class FirstEvents(TimeProvider time, IMonitorNotes? notes = null)
{
    /// <summary>How many sources are remembered: whoever may send events can make up any number of them.</summary>
    private const int MostSources = 1000;

    private readonly ConcurrentDictionary<string, Instant> _known = new(StringComparer.Ordinal);

    /// <summary>Since when the source of these events is heard; the earliest, where they are of several.</summary>
    /// <exception cref="StoreUnavailableException">The store is away or too busy.</exception>
    internal async Task<Instant?> SinceAsync(IReadOnlyList<TicketEvent> events, CancellationToken cancellationToken)
    {
        Instant? since = null;
        foreach (var ofOneSource in events.GroupBy(e => e.Source, StringComparer.Ordinal))
        {
            var first = await SinceAsync(ofOneSource.Key, ofOneSource.Min(e => e.Time), cancellationToken);
            if (!(since <= first)) since = first;
        }

        return since;
    }

    private async Task<Instant> SinceAsync(string source, Instant earliest, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(source, out var known)) return known;
        if (_known.Count >= MostSources) return earliest;
        if (notes is null) return _known.GetOrAdd(source, earliest);

        var name = NameOf(source);
        var note = await notes.FindAsync(name, cancellationToken);
        if (note is not null && NoteJson.Read<FirstEvent>(note.Text) is { } noted) return _known.GetOrAdd(source, noted.At);

        await notes.KeepAsync(
            new MonitorNote(name, NoteJson.Write(new FirstEvent(source, earliest)), time.GetCurrentInstant()), cancellationToken);
        return _known.GetOrAdd(source, earliest);
    }

    /// <summary>A source may be longer than a name and have any characters.</summary>
    private static string NameOf(string source) => $"first-event-{MailIds.Hash(source)}";

    private sealed record FirstEvent(string Source, Instant At);
}
