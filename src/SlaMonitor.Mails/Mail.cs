using NodaTime;

namespace SlaMonitor.Mails;

/// <summary>One mail to one recipient, in both of its forms.</summary>
public sealed record Mail
{
    /// <summary>
    /// The mail's id: the notification that it carries, or derived from all of them. Sending it again is a repeat of the same mail.
    /// </summary>
    public required string NotificationId { get; init; }

    /// <summary>The ticket, for threading and for the mail system's own records; <c>null</c> for a mail about several.</summary>
    public required string? TicketId { get; init; }

    /// <summary>The recipient's address.</summary>
    public required string To { get; init; }

    /// <summary>The subject: one line, already free of control characters.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain text form.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML form.</summary>
    public required string Html { get; init; }

    /// <summary>The language of both, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>When it was written, on the monitor's clock.</summary>
    public required Instant Date { get; init; }

    /// <summary>Whether it tells of a broken promise, so that mail programs mark it.</summary>
    public bool IsImportant { get; init; }

    /// <summary>The files that it brings.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}
