using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>What the agreement may ask of the ticket, from an instant on until the next entry.</summary>
public readonly record struct FactsSince(Instant From, TicketFacts Facts);
