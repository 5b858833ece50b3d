using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Reporting;

/// <summary>The name of a promise that a report counted as broken.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="ClockId">The promise within its ticket.</param>
public readonly record struct BrokenPromise(string TicketId, ClockId ClockId)
{
    internal static BrokenPromise Of(CountedPromise promise) => new(promise.Outcome.TicketId, promise.Outcome.ClockId);
}
