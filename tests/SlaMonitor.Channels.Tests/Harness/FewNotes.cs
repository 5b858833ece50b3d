using System.Collections.Concurrent;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Tests.Harness;

/// <summary>The monitor's notes in memory, in a store that can be away.</summary>
internal sealed class FewNotes : IMonitorNotes
{
    private readonly ConcurrentDictionary<string, MonitorNote> _notes = new(StringComparer.Ordinal);

    public bool IsAway { get; set; }

    public Task KeepAsync(MonitorNote note, CancellationToken cancellationToken)
    {
        Ask()[note.Name] = note;
        return Task.CompletedTask;
    }

    public Task<MonitorNote> AddAsync(MonitorNote note, CancellationToken cancellationToken) =>
        Task.FromResult(Ask().GetOrAdd(note.Name, note));

    public Task<MonitorNote?> FindAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(Ask().GetValueOrDefault(name));

    public Task<KeptPage<MonitorNote>> ReadAsync(string prefix, string? after, int most, CancellationToken cancellationToken) =>
        Task.FromResult(new KeptPage<MonitorNote>(
            [.. Ask().Values.Where(note => note.Name.StartsWith(prefix, StringComparison.Ordinal))], null));

    public Task DropAsync(string name, CancellationToken cancellationToken)
    {
        Ask().TryRemove(name, out _);
        return Task.CompletedTask;
    }

    private ConcurrentDictionary<string, MonitorNote> Ask() =>
        IsAway ? throw new StoreUnavailableException("The store is away.", new TimeoutException()) : _notes;
}
