using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Core.Reporting.Figures;

/// <summary>The main figures of one month, for the trend in later reports.</summary>
/// <param name="Month">The month.</param>
/// <param name="Promises">Its promises.</param>
/// <param name="Tickets">Its tickets.</param>
public sealed record TrendMonth(ReportSpan Month, PromiseCounts Promises, TicketCounts Tickets);
