using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Assessment;

/// <summary>Files the outcomes of a ticket anew, without news of it.</summary>
internal static class Refiling
{
    /// <summary>The commit that does it, by the agreements in force.</summary>
    public static TicketCommit Of(AssessedTicket ticket)
    {
        // Of one that is settled, other agreements change what is counted, and not whom to tell.
        var state = ticket.State.IsSettled || ticket.IsOfTheseTerms || !ticket.IsKnown
            ? ticket.State
            : LedgerCheck.StateAfterNews(ticket.State, ticket.Assessment, before: () => null, ticket.Now);
        return ticket.Commit([], state, ticket.Assessment);
    }
}
