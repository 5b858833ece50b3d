using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Reporting;

/// <summary>How reports name a priority: as agreements and events write it.</summary>
internal static class PriorityName
{
    public static string Of(TicketPriority priority) => priority switch
    {
        TicketPriority.Low => "low",
        TicketPriority.Normal => "normal",
        TicketPriority.High => "high",
        _ => "urgent",
    };
}
