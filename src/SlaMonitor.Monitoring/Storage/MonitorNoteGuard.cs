using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>What every store refuses of a note, so that no store takes what another cannot.</summary>
public static class MonitorNoteGuard
{
    /// <summary>Refuses a note that not every store can keep.</summary>
    /// <exception cref="ArgumentException">Its name or its text is too long, or its name is none.</exception>
    public static void ThrowIfWrong(MonitorNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        StoredKey.ThrowIfWrong(note.Name);
        if (note.Text.Length > MonitorNote.LongestText)
            throw new ArgumentException($"A note has at most {MonitorNote.LongestText} characters, not {note.Text.Length}.", nameof(note));
    }
}
