using System.Security.Cryptography;
using NodaTime.Extensions;
using SlaMonitor.Core.Erasing;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Erasing;

/// <summary>
/// Keeps what pseudonyms follow from beside the tickets, so that every process gives the same name the same pseudonym. It is made when
/// somebody is forgotten for the first time, and never changes.
/// </summary>
public sealed class PseudonymSecret(IMonitorNotes notes, TimeProvider time)
{
    private const string Note = "pseudonyms";

    private Pseudonyms? _pseudonyms;

    /// <summary>The pseudonyms, where this process has read them already.</summary>
    internal Pseudonyms? Known => Volatile.Read(ref _pseudonyms);

    /// <summary>Reads them, and makes the secret where there is none.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    /// <exception cref="FormatException">Somebody else has written the note.</exception>
    internal async Task<Pseudonyms> GetAsync(CancellationToken cancellationToken)
    {
        if (Known is { } known) return known;

        var note = await notes.FindAsync(Note, cancellationToken);
        if (note is null)
        {
            // Of several that make one at once, one stays, and all use that.
            var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Pseudonyms.SecretBytes));
            note = await notes.AddAsync(new MonitorNote(Note, made, time.GetCurrentInstant()), cancellationToken);
        }

        var read = new Pseudonyms(Convert.FromBase64String(note.Text));
        Volatile.Write(ref _pseudonyms, read);
        return read;
    }
}
