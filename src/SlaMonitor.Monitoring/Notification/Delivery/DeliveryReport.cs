using NodaTime;

namespace SlaMonitor.Monitoring.Notification.Delivery;

/// <summary>What a mail system tells of a mail that it had taken. It may tell the same more than once.</summary>
/// <param name="NotificationId">
/// The mail's id: the notification that it carried, or derived from all of them; <c>null</c> where the mail system does not tell.
/// </param>
/// <param name="TicketId">The ticket that the mail was about; <c>null</c> for a mail about several.</param>
/// <param name="Recipient">The address that the mail went to.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Reason">Why, in the words of the mail systems; empty where they give none.</param>
/// <param name="At">When it happened, by the mail system's clock.</param>
/// <param name="EventId">The mail system's own id of this report: a repeat has the same.</param>
public sealed record DeliveryReport(
    string? NotificationId, string? TicketId, string Recipient, DeliveryKind Kind, string Reason, Instant At, string EventId)
{
    /// <summary>Whether the recipient was not told after all.</summary>
    public bool IsUndelivered => Kind is DeliveryKind.Bounced or DeliveryKind.Dropped;
}
