using SlaMonitor.Core.Escalations;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>
/// Marks tickets of which a mail says what is no longer so: it warns of a promise, or tells of a breach, that has turned out kept.
/// The next evaluation finds by itself that an all-clear is needed, unless the step is not recorded yet or its all-clear was given
/// before this mail was claimed.
/// </summary>
public sealed class OvertakenTellings(AssessedTickets tickets)
{
    /// <summary>Marks what needs it. Comes after the mail's claims, so that the ledger knows them.</summary>
    /// <param name="items">What the mail tells.</param>
    /// <param name="loaded">The tickets that the mail was written from.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <exception cref="StoreUnavailableException">The store is away or too busy; the message may be tried again.</exception>
    internal async Task MarkAsync(
        IEnumerable<MailItem> items, IReadOnlyDictionary<string, AssessedTicket> loaded, CancellationToken cancellationToken)
    {
        foreach (var ofTicket in items.GroupBy(item => item.Explanation.Clock.Ticket.Id, StringComparer.Ordinal))
        {
            var ticket = loaded[ofTicket.Key];
            var overtaken = ofTicket
                .Where(item =>
                    item.Kind is MailItemKind.Warning or MailItemKind.Breach
                    && AllClears.OfKept([item.Explanation.Clock], ticket.Now).Any())
                .ToArray();
            if (overtaken.Length > 0) await tickets.ChangeAsync(ticket, now => Mark(now, overtaken), cancellationToken);
        }
    }

    private static (TicketCommit? Commit, bool Marked) Mark(AssessedTicket ticket, MailItem[] overtaken) =>
        !ticket.IsKnown || IsFound(ticket.State, overtaken)
            ? (null, false)
            : (ticket.Commit([], LedgerCheck.Require(ticket.State, ticket.Assessment, ticket.Now), ticket.Assessment), true);

    private static bool IsFound(MonitoringState state, MailItem[] items) =>
        state.IsInDoubt || Array.TrueForAll(items, item => IsFired(state, item, item.Moment) && !IsFired(state, item, AllClear.Moment));

    private static bool IsFired(MonitoringState state, MailItem item, string moment) =>
        state.FiredSteps.Contains(new StepId(item.Explanation.Clock.Id, moment));
}
