using NodaTime;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Retention;

/// <summary>
/// Drops the notes of which there is one for each address or thread, and the figures of months. All others are a few for each agreement or
/// source, or records that stay.
/// </summary>
public sealed class OldNotes(IMonitorNotes notes)
{
    /// <summary>Drops what may be dropped of a page.</summary>
    /// <returns>How many, and where the next page begins.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    internal async Task<(int Dropped, string? Next)> DropAsync(
        Instant mailsBefore, Instant reportsBefore, string? after, int most, CancellationToken cancellationToken)
    {
        var page = await notes.ReadAsync(prefix: string.Empty, after, most, cancellationToken);
        var old = page.Kept.Where(note => note.At < (IsOfAddress(note.Name) ? mailsBefore
            : ReportSummaries.IsMonth(note.Name) ? reportsBefore
            : Instant.MinValue)).ToList();
        foreach (var note in old) await notes.DropAsync(note.Name, cancellationToken);
        return (old.Count, page.Next);
    }

    private static bool IsOfAddress(string name) => MailboxNotes.Is(name) || SentMails.IsNote(name) || ThreadNotes.Is(name);
}
