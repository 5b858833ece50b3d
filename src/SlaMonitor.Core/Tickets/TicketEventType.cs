namespace SlaMonitor.Core.Tickets;

/// <summary>What happened to a ticket. The CloudEvents type is <c>ticket.</c> and the name in lower case.</summary>
public enum TicketEventType
{
    /// <summary>A well-formed event of a type that we do not know: kept in the log, without effect.</summary>
    Unknown,

    /// <summary>The ticket came into being; every clock counts from here.</summary>
    Created,

    /// <summary>A field changed: status, priority, assignee, tags…</summary>
    Updated,

    /// <summary>Somebody wrote, publicly or internally.</summary>
    Replied,

    /// <summary>The agent says that the matter is settled.</summary>
    Resolved,

    /// <summary>The ticket is closed for good.</summary>
    Closed,

    /// <summary>A resolved or closed ticket came back.</summary>
    Reopened,

    /// <summary>The customer gave a rating from 1 to 5.</summary>
    Rated,

    /// <summary>The ticket went up in another one; its promises end.</summary>
    Merged,

    /// <summary>The ticket was deleted or marked as spam; its promises end.</summary>
    Deleted,

    /// <summary>
    /// Somebody took a promise of the ticket (<see cref="TicketChange.Acknowledgement"/>). The monitor's own: no helpdesk can send it.
    /// </summary>
    Acknowledged,

    /// <summary>A due time was agreed for a promise of the ticket (<see cref="TicketChange.AgreedDue"/>).</summary>
    DueAgreed,
}
