using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Notification.Delivery;

/// <summary>
/// Which mails an address was sent lately, and when. A mail system that tells of a bounce without our own id of the mail still tells
/// address and time, and they lead back to it.
/// </summary>
/// <remarks>
/// Where two processes mail the same address at the same moment, one of the mails may not be remembered. What is then told of it is taken
/// for the mail before it, or for none, which is counted and shown.
/// </remarks>
public sealed class SentMails(IMonitorNotes notes, TimeProvider time, ILogger<SentMails> logger)
{
    private const string Prefix = "sent to ";

    /// <summary>How many mails of an address are remembered: they fit into a note.</summary>
    internal const int MostMails = 100;

    /// <summary>How long after a mail its bounce may come: mail servers try for days.</summary>
    private static readonly Duration BouncesWithin = Duration.FromDays(3);

    /// <summary>By how much two clocks may differ.</summary>
    private static readonly Duration Skew = Duration.FromMinutes(5);

    /// <summary>Mail systems tell times in whole seconds: what happened in a second may be told as its beginning.</summary>
    private static readonly Duration Second = Duration.FromSeconds(1);

    /// <summary>An address's note is read and written by one at a time; different addresses seldom wait for each other.</summary>
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 16).Select(_ => new SemaphoreSlim(1))];

    /// <summary>The time that mail systems live in.</summary>
    internal Instant Now => time.GetCurrentInstant();

    /// <summary>Remembers a mail. The mail is sent already, so that a store that is away changes nothing about it.</summary>
    /// <param name="address">Whom it was sent to.</param>
    /// <param name="mailId">The mail.</param>
    /// <param name="at">When it was handed over.</param>
    internal async Task KeepAsync(string address, string mailId, Instant at)
    {
        var name = NameOf(address);
        var gate = _gates[unchecked((uint)StringComparer.Ordinal.GetHashCode(name)) % _gates.Length];
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            var mails = (await ReadAsync(name, CancellationToken.None))
                .Where(mail => mail.Id != mailId && mail.At >= at - BouncesWithin)
                .Append(new SentMail(mailId, at))
                .OrderBy(mail => mail.At)
                .TakeLast(MostMails);
            await notes.KeepAsync(new MonitorNote(name, NoteJson.Write(new Sent([.. mails])), at), CancellationToken.None);
        }
        catch (UnavailableException e)
        {
            logger.SentMailNotNoted(mailId, e.Message);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>
    /// The mail that an address was sent last at or before a time, and at most three days before it. Where there is none, the first one
    /// after it that may have been before it by the other clock.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    internal async Task<string?> FindAsync(string address, Instant at, CancellationToken cancellationToken)
    {
        var mails = (await ReadAsync(NameOf(address), cancellationToken))
            .Where(mail => mail.At <= at + Skew && at <= mail.At + BouncesWithin)
            .OrderBy(mail => mail.At)
            .ToList();
        return (mails.FindLast(mail => mail.At < at + Second) ?? mails.FirstOrDefault())?.Id;
    }

    private async Task<IReadOnlyList<SentMail>> ReadAsync(string name, CancellationToken cancellationToken) =>
        await notes.FindAsync(name, cancellationToken) is { } note ? NoteJson.Read<Sent>(note.Text)?.Mails ?? [] : [];

    /// <summary>Whether a note is one of these.</summary>
    internal static bool IsNote(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    internal static string NameOf(string address) => $"{Prefix}{MailIds.Hash(address.Trim().ToLowerInvariant())}";

    private sealed record Sent(IReadOnlyList<SentMail>? Mails);

    private sealed record SentMail(string Id, Instant At);
}
