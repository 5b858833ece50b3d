using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Notification.WayOut;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Health.Watching;

/// <summary>Whether mails leave, as the process that sends them has seen it, for all processes to know.</summary>
public sealed class MailNotes
{
    private const string Name = "mails";

    /// <summary>How long a note may lag behind while nothing else changes than the time of the last mail or try.</summary>
    private static readonly Duration Lag = Duration.FromMinutes(1);

    /// <summary>
    /// How long the word of another process counts that no mail leaves. While mails wait, the way out is tried every five minutes at least.
    /// </summary>
    private static readonly Duration OthersWordCounts = Duration.FromMinutes(15);

    private readonly MailWayOut _wayOut;
    private readonly IMonitorNotes _notes;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    private volatile MailsView? _noted;

    public MailNotes(MailWayOut wayOut, IMonitorNotes notes, TimeProvider time, ILogger<MailNotes> logger) =>
        (_wayOut, _notes, _time, _logger) = (wayOut, notes, time, logger);

    /// <summary>Notes what this process has seen, where that is news. A store that is away is no reason not to go on.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (Seen() is not { } seen || !IsNews(seen)) return;

        try
        {
            await _notes.KeepAsync(new MonitorNote(Name, NoteJson.Write(seen), _time.GetCurrentInstant()), cancellationToken);
            _noted = seen;
        }
        catch (UnavailableException e)
        {
            _logger.MailsNotNoted(e.Message);
        }
    }

    /// <summary>What is known: what this process has seen, or what another has noted later.</summary>
    /// <exception cref="StoreUnavailableException">The store is away, and this process has seen nothing itself.</exception>
    internal async Task<MailsView> FindAsync(CancellationToken cancellationToken)
    {
        var seen = Seen();
        if (await FindNoteAsync(seen, cancellationToken) is not var (noted, at)) return seen ?? new MailsView(null, null, null, null);

        if (noted.ClosedSince is not null && _time.GetCurrentInstant() - at > OthersWordCounts) noted = noted with { ClosedSince = null };
        return seen is null || LastTry(noted) > LastTry(seen) ? noted : seen;
    }

    private async Task<(MailsView View, Instant At)?> FindNoteAsync(MailsView? seen, CancellationToken cancellationToken)
    {
        try
        {
            return await _notes.FindAsync(Name, cancellationToken) is { } note && !note.IsAheadOf(_time.GetCurrentInstant())
                && NoteJson.Read<MailsView>(note.Text) is { } view
                ? (view, note.At)
                : null;
        }
        catch (UnavailableException) when (seen is not null)
        {
            return null;
        }
    }

    private static Instant LastTry(MailsView view) =>
        Instant.Max(view.LastSentAt ?? Instant.MinValue, view.LastFailedAt ?? Instant.MinValue);

    private bool IsNews(MailsView seen) => _noted is not { } before
        || before.ClosedSince != seen.ClosedSince
        || before.LastFailure != seen.LastFailure
        || LastTry(seen) < LastTry(before) // the clock was set back
        || LastTry(seen) - LastTry(before) >= Lag;

    private MailsView? Seen()
    {
        var (sent, closure, failure) = (_wayOut.LastSentAt, _wayOut.Closure, _wayOut.LastFailure);
        return sent is null && failure is null
            ? null
            : new MailsView(sent, closure?.Since, failure?.At, failure?.Reason);
    }
}
