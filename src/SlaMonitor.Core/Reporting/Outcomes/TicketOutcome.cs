using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Reporting.Outcomes;

/// <summary>
/// One ticket as reports count it: whether the problem was resolved, how often it came back, what the customer said. Like
/// <see cref="ClockOutcome"/> it is worked out from the log and the agreements alone.
/// </summary>
public sealed record TicketOutcome
{
    /// <summary>The ticket.</summary>
    public required string TicketId { get; init; }

    /// <summary>The agreement that governs it.</summary>
    public required string AgreementId { get; init; }

    /// <summary>The version that governs it.</summary>
    public required int AgreementVersion { get; init; }

    /// <summary>When it was created.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When the problem was settled, for good as far as is known: resolved or given up; <c>null</c> while it is open.</summary>
    public Instant? SettledAt { get; init; }

    /// <summary>Whether it was settled by giving it up.</summary>
    public GivenUp GivenUp { get; init; }

    /// <summary>Whether the problem was settled by resolving it.</summary>
    public bool IsResolved => SettledAt is not null && GivenUp == GivenUp.No;

    /// <summary>When the ticket came back after it had been settled, in order.</summary>
    public IReadOnlyList<Instant> Reopenings { get; init; } = [];

    /// <summary>The customer's last rating; the ones before it were changed by it. <c>null</c> where there is none.</summary>
    public TicketRating? Rating { get; init; }

    /// <summary>What the ticket is grouped by.</summary>
    public required OutcomeFacts Facts { get; init; }

    /// <summary>
    /// Every moment at which the ticket counts in a report: its settlement, its reopenings, its rating. A store files it under the month of
    /// each of them.
    /// </summary>
    public IEnumerable<Instant> CountedAt => TicketMoments.Of(this).Select(moment => moment.At);
}
