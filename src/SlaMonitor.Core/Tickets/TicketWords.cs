namespace SlaMonitor.Core.Tickets;

/// <summary>Statuses and priorities as sentences and reports write them.</summary>
internal static class TicketWords
{
    public static string Of(TicketStatus status) => status switch
    {
        TicketStatus.New => "new",
        TicketStatus.Open => "open",
        TicketStatus.Pending => "pending",
        TicketStatus.OnHold => "on hold",
        TicketStatus.Resolved => "resolved",
        _ => "closed",
    };

    public static string Of(TicketPriority priority) => priority switch
    {
        TicketPriority.Low => "low",
        TicketPriority.Normal => "normal",
        TicketPriority.High => "high",
        _ => "urgent",
    };
}
