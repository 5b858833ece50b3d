using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>All that is known of a ticket from an instant on until the next entry, its status included.</summary>
/// <param name="From">From when on.</param>
/// <param name="Facts">The facts, with their status.</param>
/// <param name="Gone">Whether the ticket was merged away or deleted.</param>
internal readonly record struct StateSince(Instant From, TicketFacts Facts, bool Gone);
