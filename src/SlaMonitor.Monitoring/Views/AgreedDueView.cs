using NodaTime;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Monitoring.Views;

/// <summary>A due time that was agreed for one ticket, as the API shows it beside the clock that it moves.</summary>
/// <param name="AgreedAt">When it was agreed.</param>
/// <param name="ApprovedBy">Who agreed to it.</param>
/// <param name="Reason">Why.</param>
/// <param name="ComputedDueAt">When the clock is due without it, as far as is known.</param>
/// <param name="ComputedState">Where the clock stands without it.</param>
public sealed record AgreedDueView(
    Instant AgreedAt, string ApprovedBy, string Reason, Instant? ComputedDueAt, ClockState ComputedState)
{
    internal static AgreedDueView? Of(Clock clock, Instant now) => clock.AgreedDue is not { } since
        ? null
        : new AgreedDueView(
            since.From, since.Agreed.ApprovedBy, since.Agreed.Reason, clock.ComputedDueAt, clock.ComputedStateAt(now));
}
