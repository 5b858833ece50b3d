using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Health.Watching;

/// <summary>How the last evaluation ended, for all processes to know.</summary>
internal sealed class EvaluationNotes(IMonitorNotes notes, IClock clock, TimeProvider time)
{
    private const string Name = "evaluation";

    /// <summary>Notes an end.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<EvaluationView> KeepAsync(string outcome, string? reason, CancellationToken cancellationToken)
    {
        var view = new EvaluationView(outcome, clock.GetCurrentInstant(), reason);
        await notes.KeepAsync(new MonitorNote(Name, NoteJson.Write(view), time.GetCurrentInstant()), cancellationToken);
        return view;
    }

    /// <summary>
    /// The last end, and how long ago it was by the clock on which less time has gone by; <c>null</c> where none is noted, or by a clock
    /// that has been set back since.
    /// </summary>
    /// <remarks>
    /// The monitor's clock may stand still, run fast or be moved, in a trial. An evaluation is late only where it is by both clocks.
    /// </remarks>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<(EvaluationView Ended, Duration Ago)?> FindAsync(CancellationToken cancellationToken)
    {
        var (real, now) = (time.GetCurrentInstant(), clock.GetCurrentInstant());
        if (await notes.FindAsync(Name, cancellationToken) is not { } note || note.IsAheadOf(real)
            || NoteJson.Read<EvaluationView>(note.Text) is not { } view || view.At > now + MonitorNote.Skew)
        {
            return null;
        }

        return (view, Duration.Min(real - note.At, now - view.At));
    }
}
