using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Mails.Contents;

/// <summary>
/// What a mail tells of one promise about one ticket. The ticket, the agreement and the target hang on the explanation's clock.
/// </summary>
public sealed record MailItem
{
    /// <summary>The notification: one step of one clock to one person.</summary>
    public required string NotificationId { get; init; }

    /// <summary>What is told.</summary>
    public required MailItemKind Kind { get; init; }

    /// <summary>How the promise stands now, and why.</summary>
    public required ClockExplanation Explanation { get; init; }

    /// <summary>
    /// The step's <see cref="StepName"/>: <c>50%</c>, <c>due</c>, <c>due + 4h</c>, <c>due#2</c>. For an all-clear, <c>all-clear</c>.
    /// </summary>
    public required string Moment { get; init; }

    /// <summary>When that moment was.</summary>
    public required Instant At { get; init; }

    /// <summary>Set where the mail had to wait for opening hours, or for an acknowledgement to expire: since when.</summary>
    public Instant? WaitedSince { get; init; }

    /// <summary>Which step of the escalation it is, from 1; <c>null</c> for an all-clear, which is none.</summary>
    public int? Step { get; init; }

    /// <summary>How many steps the escalation has.</summary>
    public required int Steps { get; init; }

    /// <summary>
    /// Why this reader is told: the word of the agreement that stands for them (<c>assignee</c>, <c>group</c>, a contact's id).
    /// </summary>
    public required string Because { get; init; }

    /// <summary>The addresses of everybody else who is told of the same step.</summary>
    public IReadOnlyList<string> AlsoTold { get; init; } = [];

    /// <summary>Who has taken it, if anybody has and the acknowledgement has not expired.</summary>
    public Acknowledgement? AcknowledgedBy { get; init; }

    /// <summary>Where the reader takes it; <c>null</c> where there is nothing to take: an all-clear, or a clock that has ended.</summary>
    public Uri? AcknowledgeUrl { get; init; }

    /// <summary>Where our own page shows the ticket, for one of which the helpdesk did not say where it is opened.</summary>
    public Uri? TicketPage { get; init; }

    /// <summary>For <see cref="MailItemKind.Undelivered"/>: who could not be reached.</summary>
    public Unreached? Unreached { get; init; }
}
