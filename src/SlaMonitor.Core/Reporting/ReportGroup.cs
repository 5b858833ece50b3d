using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Reporting;

/// <summary>Which group of a report a ticket belongs to.</summary>
public static class ReportGroup
{
    /// <summary>The group's name; <c>null</c> where the helpdesk did not say.</summary>
    public static string? Of(OutcomeFacts facts, ReportDimension dimension)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return dimension switch
        {
            ReportDimension.Customer => facts.Customer,
            ReportDimension.Category => facts.Category,
            ReportDimension.Priority => TicketWords.Of(facts.Priority),
            ReportDimension.Group => facts.Group,
            _ => facts.Assignee,
        };
    }
}
