namespace SlaMonitor.Core.Tickets;

/// <summary>Where a ticket stands, in the words every helpdesk can be mapped to.</summary>
public enum TicketStatus
{
    /// <summary>Nobody has looked at it yet.</summary>
    New,

    /// <summary>An agent's turn.</summary>
    Open,

    /// <summary>Waiting for the customer. Pauses the clocks that the agreement lets pause.</summary>
    Pending,

    /// <summary>Waiting for a third party. Pauses like <see cref="Pending"/> unless the agreement says otherwise.</summary>
    OnHold,

    /// <summary>Answered; may still be reopened.</summary>
    Resolved,

    /// <summary>Done for good; most helpdesks open a follow-up instead of reopening.</summary>
    Closed,
}
