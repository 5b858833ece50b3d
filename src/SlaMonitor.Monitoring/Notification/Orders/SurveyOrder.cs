namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>The ticket that a requester is asked about. The mail is written, and the links made, when it is sent.</summary>
/// <param name="TicketId">The ticket.</param>
internal sealed record SurveyOrder(string TicketId);
