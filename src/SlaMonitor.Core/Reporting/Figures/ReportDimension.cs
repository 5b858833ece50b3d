namespace SlaMonitor.Core.Reporting.Figures;

/// <summary>What a report groups promises by.</summary>
public enum ReportDimension
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The helpdesk's category.</summary>
    Category,

    /// <summary>The priority.</summary>
    Priority,

    /// <summary>The group that has the ticket.</summary>
    Group,

    /// <summary>The agent who has the ticket.</summary>
    Agent,
}
