using MimeKit;

namespace SlaMonitor.EndToEnd.Smtp;

/// <summary>A mail that a server took.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="At">When, in real time.</param>
internal sealed record TakenMail(MimeMessage Mail, DateTimeOffset At);
