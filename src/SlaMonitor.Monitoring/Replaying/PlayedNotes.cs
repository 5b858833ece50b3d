using System.Collections.Concurrent;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Replaying;

/// <summary>The notes of a history that is played.</summary>
internal sealed class PlayedNotes : IMonitorNotes
{
    private readonly ConcurrentDictionary<string, MonitorNote> _notes = new(StringComparer.Ordinal);

    public Task KeepAsync(MonitorNote note, CancellationToken cancellationToken)
    {
        _notes[note.Name] = note;
        return Task.CompletedTask;
    }

    public Task<MonitorNote> AddAsync(MonitorNote note, CancellationToken cancellationToken) =>
        Task.FromResult(_notes.GetOrAdd(note.Name, note));

    public Task<MonitorNote?> FindAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(_notes.GetValueOrDefault(name));

    public Task<KeptPage<MonitorNote>> ReadAsync(string prefix, string? after, int most, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A history that is played has no retention, and erases nobody.");

    public Task DropAsync(string name, CancellationToken cancellationToken)
    {
        _notes.TryRemove(name, out _);
        return Task.CompletedTask;
    }
}
