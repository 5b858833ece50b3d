namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>This person may approve the report on this month, so that it goes to the customer.</summary>
/// <param name="AgreementId">The agreement.</param>
/// <param name="Month">The month, as <c>2026-10</c>.</param>
/// <param name="Recipient">The address that the mail went to.</param>
internal sealed record ReportGrant(string AgreementId, string Month, string Recipient) : AcknowledgeGrant(Recipient);
