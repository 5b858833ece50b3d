using System.Collections.Frozen;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the pause rule of an agreement.</summary>
internal static class PauseBuilder
{
    public static PauseRule Build(PauseSection? section, References<Metric> metrics, Problems problems)
    {
        foreach (var status in (section?.Statuses?.Values ?? [])
            .Where(status => status.Value is TicketStatus.Resolved or TicketStatus.Closed))
        {
            problems.Error(
                status.Place,
                "a ticket that is resolved or closed does not wait, its clocks have ended; write new, open, pending or onHold");
        }

        return new PauseRule(
            section?.Statuses is { } statuses ? statuses.Values.Select(status => status.Value).ToFrozenSet() : PauseRule.Default.Statuses,
            section?.Stops is { } stops
                ? stops.Values.Select(metric => metrics.Find(metric)).OfType<Metric>().ToFrozenSet()
                : PauseRule.Default.Stops);
    }
}
