using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>A part of a clock's life in which it either counted or stood still. Half-open.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended, or <c>null</c> for the present one.</param>
/// <param name="HeldBy">
/// The status that held the clock, or <c>null</c> where it counted. Where the metric's own pause did (<see cref="Clock.HeldWhile"/>), the
/// status of the time when it began to.
/// </param>
public readonly record struct Stretch(Instant From, Instant? To, TicketStatus? HeldBy)
{
    /// <summary>Whether the clock counted open time.</summary>
    public bool Counts => HeldBy is null;
}
