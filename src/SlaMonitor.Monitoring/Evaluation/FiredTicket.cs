using SlaMonitor.Core.Escalations;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>What an evaluation makes of one ticket: whom to tell, and what to record once that is safely on its way.</summary>
internal sealed record FiredTicket
{
    /// <summary>Nothing was told of the ticket yet.</summary>
    public static FiredTicket Nothing { get; } = new()
    {
        Entry = new DueTicket(string.Empty, default),
        Steps = [],
        AllClears = [],
        Tellings = [],
        Commit = new TicketCommit(string.Empty, [], MonitoringState.Initial, null),
    };

    /// <summary>The entry of the due index.</summary>
    public required DueTicket Entry { get; init; }

    /// <summary>The steps that come now.</summary>
    public required IReadOnlyList<FiredStep> Steps { get; init; }

    /// <summary>The all-clears that come now.</summary>
    public required IReadOnlyList<FiredStep> AllClears { get; init; }

    /// <summary>Whom they tell.</summary>
    public required IReadOnlyList<Telling> Tellings { get; init; }

    /// <summary>What records them.</summary>
    public required TicketCommit Commit { get; init; }

    /// <summary>The ids of all that was told.</summary>
    public IEnumerable<StepId> Ids => Steps.Concat(AllClears).Select(step => step.Id);
}
