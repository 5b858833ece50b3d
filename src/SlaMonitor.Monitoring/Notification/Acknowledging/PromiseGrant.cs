using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>This person may take this promise.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Recipient">The address that the link was sent to.</param>
/// <param name="NotificationId">The notification that brought the link.</param>
public sealed record PromiseGrant(string TicketId, ClockId Clock, string Recipient, string NotificationId) : AcknowledgeGrant(Recipient);
