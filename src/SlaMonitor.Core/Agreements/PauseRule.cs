using System.Collections.Frozen;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Agreements;

/// <summary>Which statuses stand for waiting, and which clocks stand still meanwhile.</summary>
/// <param name="Statuses">The pausing statuses.</param>
/// <param name="Stops">The metrics whose clocks they stop; a target may say otherwise for itself.</param>
public sealed record PauseRule(IReadOnlySet<TicketStatus> Statuses, IReadOnlySet<Metric> Stops)
{
    /// <summary>Pending and on hold stop resolution, and nothing else.</summary>
    public static PauseRule Default { get; } = new(
        FrozenSet.ToFrozenSet([TicketStatus.Pending, TicketStatus.OnHold]),
        FrozenSet.ToFrozenSet([Metric.Resolution]));
}
