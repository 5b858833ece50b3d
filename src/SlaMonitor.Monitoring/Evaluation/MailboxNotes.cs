using System.Text.Json;
using NodaTime.Extensions;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>
/// Keeps the mailboxes beside the tickets. They decide when a mail goes, and never whether: what is to be told is in the tickets' states.
/// So it does no harm that of two writers at once the last one wins.
/// </summary>
public sealed class MailboxNotes(IMonitorNotes notes, TimeProvider time)
{
    private const string Prefix = "mailbox of ";

    /// <summary>How many characters the ids of waiting tickets may take in a note.</summary>
    private const int RoomForTickets = MonitorNote.LongestText - 256;

    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    internal async Task<Mailbox> FindAsync(string address, CancellationToken cancellationToken) =>
        await notes.FindAsync(NameOf(address), cancellationToken) is { } note && NoteJson.Read<Mailbox>(note.Text) is { } mailbox
            ? mailbox with
            {
                // After a mail that is noted for later than now, the next one would wait for as long as the clock was set back by.
                LastMail = note.IsAheadOf(time.GetCurrentInstant()) ? null : mailbox.LastMail,
                Waiting = mailbox.Waiting ?? [],
            }
            : Mailbox.Empty;

    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    internal Task KeepAsync(string address, Mailbox mailbox, CancellationToken cancellationToken)
    {
        var room = RoomForTickets;
        var kept = mailbox with { Waiting = [.. mailbox.Waiting.TakeWhile(ticket => (room -= LengthOf(ticket)) >= 0)] };
        return notes.KeepAsync(
            new MonitorNote(NameOf(address), NoteJson.Write(kept), time.GetCurrentInstant()), cancellationToken);
    }

    private static int LengthOf(string ticket) => JsonSerializer.Serialize(ticket).Length + 1;

    /// <summary>Whether a note is one of these.</summary>
    internal static bool Is(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    internal static string NameOf(string address) => $"{Prefix}{MailIds.Hash(address.Trim().ToLowerInvariant())}";
}
