using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Webhooks.Translation;

/// <summary>Names what a change of status is.</summary>
internal static class Happening
{
    /// <summary>A settled status is a resolution or a closing; any other after a settled one is a return.</summary>
    public static TicketEventType Of(TicketStatus? status, bool wasDone) => status switch
    {
        TicketStatus.Resolved => TicketEventType.Resolved,
        TicketStatus.Closed => TicketEventType.Closed,
        not null when wasDone => TicketEventType.Reopened,
        _ => TicketEventType.Updated,
    };

    public static bool IsDone(this TicketStatus? status) => status is TicketStatus.Resolved or TicketStatus.Closed;
}
