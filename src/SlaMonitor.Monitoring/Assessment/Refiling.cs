using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Assessment;

/// <summary>Files the outcomes of a ticket anew, without news of it.</summary>
internal static class Refiling
{
    /// <summary>The commit that does it, by the agreements in force.</summary>
    public static TicketCommit Of(AssessedTicket ticket) => ticket.Commit([], StateOf(ticket), ticket.Assessment);

    /// <summary>The state of the ticket by the agreements in force.</summary>
    // Of one that is settled, other agreements change what is counted, and not whom to tell.
    public static MonitoringState StateOf(AssessedTicket ticket) => ticket.State.IsSettled || ticket.IsOfTheseTerms || !ticket.IsKnown
        ? ticket.State
        : LedgerCheck.StateAfterNews(ticket.State, ticket.Assessment, before: () => null, ticket.Now);
}
