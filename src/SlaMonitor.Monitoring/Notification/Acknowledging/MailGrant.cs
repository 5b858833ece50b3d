namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>This person may take everything that this mail told them of.</summary>
/// <param name="MailId">The mail; its manifest says what is in it.</param>
/// <param name="Recipient">The address that the mail went to.</param>
internal sealed record MailGrant(string MailId, string Recipient) : AcknowledgeGrant(Recipient);
