using Azure;
using Azure.Data.Tables;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Azure.Tables;

/// <summary>
/// The monitor's notes, in a partition of the tickets' own table: whoever can write one can write an event.
/// </summary>
internal sealed class TableMonitorNotes(TableServiceClient service) : IMonitorNotes
{
    private readonly TableAccess _tickets = new(service.GetTableClient(TableNames.Tickets));

    public Task KeepAsync(MonitorNote note, CancellationToken cancellationToken)
    {
        MonitorNoteGuard.ThrowIfWrong(note);
        return _tickets.PutAsync(NoteRow.Of(note), cancellationToken);
    }

    public async Task<MonitorNote> AddAsync(MonitorNote note, CancellationToken cancellationToken)
    {
        MonitorNoteGuard.ThrowIfWrong(note);
        // It may be dropped between the two.
        while (!await _tickets.TryAddAsync(NoteRow.Of(note), cancellationToken))
        {
            if (await FindAsync(note.Name, cancellationToken) is { } there) return there;
        }

        return note;
    }

    public async Task<MonitorNote?> FindAsync(string name, CancellationToken cancellationToken)
    {
        StoredKey.ThrowIfWrong(name);
        return await _tickets.FindAsync(NoteRow.Partition, NoteRow.KeyOf(name), cancellationToken) is { } row ? NoteRow.Read(row) : null;
    }

    public async Task<KeptPage<MonitorNote>> ReadAsync(
        string prefix, string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var (rows, next) = await _tickets.ScanAsync(NoteRow.FilterOf(prefix), columns: null, after, most, cancellationToken);
        return new([.. rows.Select(NoteRow.Read)], next);
    }

    public Task DropAsync(string name, CancellationToken cancellationToken)
    {
        StoredKey.ThrowIfWrong(name);
        return _tickets.TryDeleteAsync(NoteRow.Partition, NoteRow.KeyOf(name), ETag.All, cancellationToken);
    }
}
