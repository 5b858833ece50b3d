using NodaTime;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Core.Clocks;

/// <summary>A span of open time that a clock counted. Half-open.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="To">Its end.</param>
public readonly record struct CountedSpan(Instant From, Instant To)
{
    /// <summary>How much it added: open time is real time.</summary>
    public BusinessDuration Length => BusinessDuration.FromTicks(To.ToUnixTimeTicks() - From.ToUnixTimeTicks());
}
