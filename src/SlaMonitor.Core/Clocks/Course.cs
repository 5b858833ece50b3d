using NodaTime;

namespace SlaMonitor.Core.Clocks;

/// <summary>
/// What a ticket's history says of one cycle of a metric, before any target is applied: when it began and how it ended.
/// </summary>
/// <param name="Cycle">Counts the cycles of the metric from 1.</param>
/// <param name="StartedAt">When the cycle began.</param>
/// <param name="EndedAt">When it ended, or <c>null</c> while it goes on.</param>
/// <param name="End">How it ended; <see cref="ClockEnd.None"/> while it goes on.</param>
public readonly record struct Course(int Cycle, Instant StartedAt, Instant? EndedAt, ClockEnd End);
