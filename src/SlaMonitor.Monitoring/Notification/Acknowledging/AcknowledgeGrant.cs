namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>What a link allows.</summary>
/// <param name="Recipient">The address that the link was sent to; an acknowledgement names it.</param>
public abstract record AcknowledgeGrant(string Recipient);
