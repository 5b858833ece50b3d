namespace SlaMonitor.Core.Tickets;

/// <summary>How much a ticket matters, least first. <see cref="Normal"/> is taken where a helpdesk does not say.</summary>
public enum TicketPriority
{
    /// <summary>Can wait.</summary>
    Low,

    /// <summary>The default.</summary>
    Normal,

    /// <summary>Above the ordinary.</summary>
    High,

    /// <summary>The highest that a helpdesk knows. An emergency is a flag of its own: see <see cref="TicketFacts.Emergency"/>.</summary>
    Urgent,
}
