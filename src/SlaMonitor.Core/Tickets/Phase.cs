using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>A stretch of a ticket's life in one status. Half-open; the last phase has no end.</summary>
/// <param name="Status">The status throughout.</param>
/// <param name="Gone">Whether the ticket was merged away or deleted: nothing is promised any more.</param>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended, or <c>null</c> for the present phase.</param>
public readonly record struct Phase(TicketStatus Status, bool Gone, Instant From, Instant? To)
{
    /// <summary>Whether the matter is settled: resolved, closed, or gone.</summary>
    public bool IsDone => Gone || Status is TicketStatus.Resolved or TicketStatus.Closed;
}
