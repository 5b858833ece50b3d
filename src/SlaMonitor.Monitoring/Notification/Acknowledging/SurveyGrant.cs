using NodaTime;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>This person may give this ticket this rating.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Rating">From 1 (worst) to 5 (best).</param>
/// <param name="Recipient">The address that the mail went to.</param>
/// <param name="Until">Until when: a week from the mail, also for the links of the page that one of its links leads to.</param>
internal sealed record SurveyGrant(string TicketId, int Rating, string Recipient, Instant Until) : AcknowledgeGrant(Recipient);
