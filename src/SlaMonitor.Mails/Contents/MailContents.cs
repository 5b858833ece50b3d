using NodaTime;

namespace SlaMonitor.Mails.Contents;

/// <summary>Everything that one mail to one person says, before it is put into words.</summary>
public sealed record MailContents
{
    /// <summary>The mail's id: derived from what it tells, so that a repeat is the same mail.</summary>
    public required string MailId { get; init; }

    /// <summary>Who reads it.</summary>
    public required Reader Reader { get; init; }

    /// <summary>What it tells: at least one, the most pressing first. One item is a mail about a ticket, several are a digest.</summary>
    public required IReadOnlyList<MailItem> Items { get; init; }

    /// <summary>Where the reader takes all of it at once; <c>null</c> where there are not two or more to take.</summary>
    public Uri? TakeAllUrl { get; init; }

    /// <summary>Now: when the mail is written, and the instant that every explanation is as of.</summary>
    public required Instant WrittenAt { get; init; }
}
