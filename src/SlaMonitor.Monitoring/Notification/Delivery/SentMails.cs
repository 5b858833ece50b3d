using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Notification.Delivery;

/// <summary>
/// Which mail an address was sent last. A mail system that tells of a bounce without our own id of the mail still tells the address, and
/// that leads back to it.
/// </summary>
public sealed class SentMails(IMonitorNotes notes, TimeProvider time, ILogger<SentMails> logger)
{
    /// <summary>How long after a mail its bounce may come: mail servers try for days.</summary>
    private static readonly Duration BouncesWithin = Duration.FromDays(3);

    /// <summary>By how much two clocks may differ.</summary>
    private static readonly Duration Skew = Duration.FromMinutes(5);

    /// <summary>Remembers a mail. The mail is sent already, so that a store that is away changes nothing about it.</summary>
    internal async Task KeepAsync(string address, string mailId)
    {
        try
        {
            var now = time.GetCurrentInstant();
            await notes.KeepAsync(new MonitorNote(NameOf(address), NoteJson.Write(new SentMail(mailId)), now), CancellationToken.None);
        }
        catch (UnavailableException e)
        {
            logger.SentMailNotNoted(mailId, e.Message);
        }
    }

    /// <summary>The mail that an address was sent last, where what is told of it at a time may be of that mail.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    internal async Task<string?> FindAsync(string address, Instant at, CancellationToken cancellationToken) =>
        await notes.FindAsync(NameOf(address), cancellationToken) is { } note
        && at >= note.At - Skew
        && at <= note.At + BouncesWithin
            ? NoteJson.Read<SentMail>(note.Text)?.MailId
            : null;

    private static string NameOf(string address) => $"sent to {MailIds.Hash(address.Trim().ToLowerInvariant())}";

    private sealed record SentMail(string MailId);
}
