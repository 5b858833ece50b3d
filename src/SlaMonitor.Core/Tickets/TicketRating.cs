using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>What a customer thought of how their ticket was handled.</summary>
/// <param name="At">When they said so.</param>
/// <param name="Value">From 1, the worst, to 5, the best.</param>
public readonly record struct TicketRating(Instant At, int Value);
