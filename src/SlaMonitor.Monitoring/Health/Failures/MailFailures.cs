using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Health.Failures;

/// <summary>
/// Why mails that the monitor orders of its own accord could not be put together at the last try. It is kept in the store, so that the
/// health of every process shows it.
/// </summary>
public sealed class MailFailures(IMonitorNotes notes, TimeProvider time)
{
    /// <summary>The operator's daily mail.</summary>
    public const string OfDailyMail = "dailyMailFailure";

    /// <summary>The mails about the agreements' own dates.</summary>
    public const string OfDates = "dateMailFailure";

    /// <summary>The reports of a month.</summary>
    public const string OfReports = "monthlyReportFailure";

    /// <summary>How much of an exception's words is kept.</summary>
    private const int LongestReason = 1000;

    /// <summary>Keeps a failure.</summary>
    /// <param name="which">Which mails: one of the names above.</param>
    /// <param name="e">What hindered them.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public Task KeepAsync(string which, Exception e, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(e);
        var reason = $"{e.GetType().Name}: {e.Message}";
        return KeepAsync(which, reason[..Math.Min(reason.Length, LongestReason)], cancellationToken);
    }

    /// <summary>Forgets a failure, where there is one.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task ClearAsync(string which, CancellationToken cancellationToken)
    {
        if (await FindAsync(which, cancellationToken) is not null) await KeepAsync(which, (string?)null, cancellationToken);
    }

    /// <summary>Why the mails could not be put together, and when that was last; <c>null</c> where they could.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<(string Reason, Instant At)?> FindAsync(string which, CancellationToken cancellationToken) =>
        await notes.FindAsync(which, cancellationToken) is { } note && NoteJson.Read<Failure>(note.Text)?.Reason is { } reason
            ? (reason, note.At)
            : null;

    private Task KeepAsync(string which, string? reason, CancellationToken cancellationToken) =>
        notes.KeepAsync(new MonitorNote(which, NoteJson.Write(new Failure(reason)), time.GetCurrentInstant()), cancellationToken);

    private sealed record Failure(string? Reason);
}
