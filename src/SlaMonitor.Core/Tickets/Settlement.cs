using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>A stretch in which the matter was settled: resolved, closed or gone. Half-open; neighbours are merged.</summary>
/// <param name="From">When it was settled.</param>
/// <param name="To">When the ticket came back, or <c>null</c> where it has not.</param>
/// <param name="Gone">Whether what settled it was a merge or a deletion.</param>
public readonly record struct Settlement(Instant From, Instant? To, bool Gone);
