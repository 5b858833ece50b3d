using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Mending;

/// <summary>
/// Holds the stored state of a ticket against its log, and makes a state anew. A new one is due at once: the evaluation works out the rest
/// by the one rule that there is for it. Nobody is told twice by that as long as the ledger has the claims.
/// </summary>
public static class StoredStates
{
    /// <summary>Longer than any mail waits in a queue.</summary>
    private static readonly Duration LongestInQueue = Duration.FromDays(30);

    /// <summary>Looks for what would keep somebody from being told in time. To look at a ticket too early is no fault.</summary>
    /// <param name="ticket">The ticket as it is stored.</param>
    /// <param name="book">The agreements in force; <c>null</c> where they cannot be read, and due times are not looked at.</param>
    /// <param name="now">The present.</param>
    /// <returns>What is wrong with the state; <c>null</c> where nothing is.</returns>
    public static string? Fault(StoredTicket ticket, AgreementBook? book, Instant now)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var state = ticket.State;
        if (TicketAssessment.Of(ticket.Events, state.FiredSteps, book ?? AgreementBook.Empty, now, state.Waiting, state.HeardSince)
            is not { } assessment)
        {
            return null;
        }

        if (state.IsSettled && !assessment.Ticket.Phases[^1].IsDone) return "is stored as settled, and its log says that it is open";
        // By other agreements, or not yet looked at: the evaluation comes to it by itself.
        if (book is null || state.IsInDoubt || !string.Equals(state.Terms, book.Fingerprint, StringComparison.Ordinal)) return null;
        if (assessment.NextLook is not { } next || state.NextLook <= now) return null;
        return state.NextLook is null || state.NextLook > StoredInstant.Truncate(next)
            ? $"is looked at {state.NextLook?.ToString() ?? "never"}, and by its log at {next}"
            : null;
    }

    /// <summary>A state that the next evaluation works out.</summary>
    /// <param name="fired">What is known to have been fired.</param>
    /// <param name="due">When it is due; not after the present.</param>
    /// <param name="before">The state that it replaces; <c>null</c> where there is none to be read.</param>
    public static MonitoringState New(IReadOnlyList<StepId> fired, Instant due, MonitoringState? before) => new()
    {
        FiredSteps = fired,
        IsInDoubt = true,
        NextLook = due,
        HeardSince = before?.HeardSince,
        Forgotten = before?.Forgotten,
        ReducedAt = before?.ReducedAt,
    };

    /// <summary>
    /// Whether mails about a ticket may have been lost with the queue. About one that was settled long ago none waited there any more, and
    /// the ledger may have forgotten that they were sent.
    /// </summary>
    /// <param name="state">Its state.</param>
    /// <param name="lastEvent">When something happened to it last.</param>
    /// <param name="now">The present.</param>
    public static bool MayHaveWaiting(MonitoringState state, Instant lastEvent, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return !state.IsSettled || state.IsInDoubt || lastEvent >= now - LongestInQueue;
    }

    /// <summary>
    /// The state where mails were lost that waited in the queue: a step of which the ledger has no end was not told, and is fired again.
    /// </summary>
    public static MonitoringState WithoutQueue(MonitoringState state, IReadOnlyList<NotificationRecord> ledger, Instant due)
    {
        ArgumentNullException.ThrowIfNull(state);
        var ended = ledger.Where(record => record.State != NotificationState.Claimed).ToList();
        return New([.. state.FiredSteps.Where(step => ended.Exists(record => AllClearTellings.Told(record, step)))], due, state);
    }
}
