namespace SlaMonitor.Core.Tickets;

/// <summary>What an event does to the status of its ticket.</summary>
internal static class StatusChange
{
    /// <summary>The status after an event.</summary>
    public static TicketStatus StatusAfter(TicketEvent e, TicketStatus before)
    {
        var said = e.Change.Status;
        var saidDone = said is TicketStatus.Resolved or TicketStatus.Closed;

        // The name of these events is the news; a status beside it that contradicts is stale.
        return e.Type switch
        {
            TicketEventType.Resolved => saidDone ? said!.Value : TicketStatus.Resolved,
            TicketEventType.Closed => TicketStatus.Closed,
            TicketEventType.Reopened => said is { } status && !saidDone ? status : TicketStatus.Open,
            _ => said ?? before,
        };
    }

    /// <summary>Whether the ticket is merged away or deleted after an event.</summary>
    public static bool IsGoneAfter(TicketEvent e, bool before) => e.Type switch
    {
        TicketEventType.Merged or TicketEventType.Deleted => true,
        TicketEventType.Reopened => false,
        _ => before,
    };
}
