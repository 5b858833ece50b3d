using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>Remembers on which day something was done last: in the store, so that no process does it a second time on that day.</summary>
/// <param name="name">The name of the note.</param>
/// <param name="notes">Where it is kept.</param>
/// <param name="time">Real time, which notes are written by.</param>
internal sealed class DailyNote(string name, IMonitorNotes notes, TimeProvider time)
{
    private LocalDate? _done;

    /// <summary>Whether it was done on a day. Once this process knows that it was, the store is not asked again.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<bool> IsDoneAsync(LocalDate day, CancellationToken cancellationToken)
    {
        if (_done == day) return true;
        if (await notes.FindAsync(name, cancellationToken) is not { } note || NoteJson.Read<Done>(note.Text)?.Day != day) return false;

        _done = day;
        return true;
    }

    /// <summary>Notes that it was done on a day.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task KeepAsync(LocalDate day, CancellationToken cancellationToken)
    {
        await notes.KeepAsync(new MonitorNote(name, NoteJson.Write(new Done(day)), time.GetCurrentInstant()), cancellationToken);
        _done = day;
    }

    private sealed record Done(LocalDate Day);
}
