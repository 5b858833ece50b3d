using NodaTime;

namespace SlaMonitor.Monitoring.Health.Findings;

/// <summary>Whether mails leave, in real time.</summary>
/// <param name="LastSentAt">When the mail system last took one; nothing where nobody has seen that.</param>
/// <param name="ClosedSince">Since when it takes none at all; nothing where it does, as far as is known.</param>
/// <param name="LastFailedAt">When it last took none at all.</param>
/// <param name="LastFailure">Why it did not, in its own words.</param>
public sealed record MailsView(Instant? LastSentAt, Instant? ClosedSince, Instant? LastFailedAt, string? LastFailure);
