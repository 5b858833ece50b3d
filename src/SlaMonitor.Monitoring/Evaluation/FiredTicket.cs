using SlaMonitor.Core.Escalations;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>What an evaluation has made of one ticket, to be recorded once those who are told now are safely on their way to be.</summary>
internal sealed record FiredTicket
{
    /// <summary>Nothing was told of the ticket yet.</summary>
    public static FiredTicket Nothing { get; } = new()
    {
        Entry = new DueTicket(string.Empty, default),
        Steps = [],
        AllClears = [],
        Waiting = [],
        Commit = new TicketCommit(string.Empty, [], MonitoringState.Initial, null),
    };

    /// <summary>The entry of the due index.</summary>
    public required DueTicket Entry { get; init; }

    /// <summary>The steps of which everybody has been told.</summary>
    public required IReadOnlyList<FiredStep> Steps { get; init; }

    /// <summary>The all-clears of which everybody has been told.</summary>
    public required IReadOnlyList<FiredStep> AllClears { get; init; }

    /// <summary>The steps and all-clears of which somebody is told with their next mail.</summary>
    public required IReadOnlyList<WaitingStep> Waiting { get; init; }

    /// <summary>What records them.</summary>
    public required TicketCommit Commit { get; init; }

    /// <summary>The ids of all that was told to everybody.</summary>
    public IEnumerable<StepId> Ids => Steps.Concat(AllClears).Select(step => step.Id);

    /// <summary>What was told to some.</summary>
    public IEnumerable<WaitingStep> PartlyTold => Waiting.Where(step => step.Told.Count > 0);
}
