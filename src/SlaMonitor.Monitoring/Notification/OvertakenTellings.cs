using SlaMonitor.Core.Escalations;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>
/// Marks tickets of which a mail says what is no longer so: it warns of a promise, or tells of a breach, that has turned out kept. The
/// next evaluation then asks the ledger who has to hear of that. An evaluation that goes on may have asked it before this mail's claims:
/// the mark is written in any case, so that such an evaluation finds the ticket changed and asks again.
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
            if (ofTicket.Any(item => IsOvertaken(item, ticket))) await tickets.ChangeAsync(ticket, Mark, cancellationToken);
        }
    }

    private static bool IsOvertaken(MailItem item, AssessedTicket ticket) =>
        item.Kind is MailItemKind.Warning or MailItemKind.Breach
        && AllClears.OfKept([item.Explanation.Clock], ticket.Now)
            .Any(allClear => allClear.TakesBack(new StepId(item.Explanation.Clock.Id, item.Moment)));

    private static (TicketCommit? Commit, bool Marked) Mark(AssessedTicket ticket) => ticket.IsKnown
        ? (ticket.Commit([], LedgerCheck.Require(ticket.State, ticket.Assessment, ticket.Now), ticket.Assessment), true)
        : (null, false);
}
