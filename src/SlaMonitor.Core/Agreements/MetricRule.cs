using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Agreements;

/// <summary>
/// What a metric of an agreement's own measures. A cycle begins with what <see cref="Starts"/> it while none is running, and ends with what
/// <see cref="Stops"/> it; the resolution of the ticket ends it too, unless it measures what comes after that
/// (<see cref="FollowsResolution"/>).
/// </summary>
public sealed record MetricRule
{
    private readonly IReadOnlyList<Occurrence> _starts = [];

    /// <summary>What begins a cycle, any of which will do.</summary>
    public required IReadOnlyList<Occurrence> Starts
    {
        get => _starts;
        init => (_starts, FollowsResolution) = (value, value.Any(BeginsDone));
    }

    /// <summary>What ends a cycle, any of which will do.</summary>
    public required IReadOnlyList<Occurrence> Stops { get; init; }

    /// <summary>What ends a cycle and begins the next at the same moment.</summary>
    public IReadOnlyList<Occurrence> Renews { get; init; } = [];

    /// <summary>While this holds, the clock stands still; <c>null</c>: it never does for this.</summary>
    public Condition? Pauses { get; init; }

    /// <summary>What a reopening does to a cycle that the resolution ended.</summary>
    public ReopenRule OnReopen { get; init; } = ReopenRule.Continue;

    /// <summary>
    /// Whether it measures what comes after the resolution, since that is what starts it: then the resolution neither ends nor holds it.
    /// </summary>
    public bool FollowsResolution { get; private init; }

    private static bool BeginsDone(Occurrence occurrence) => occurrence switch
    {
        Occurrence.Resolved => true,
        Occurrence.Becomes { When.Statuses: { Count: > 0 } statuses } =>
            statuses.All(status => status is TicketStatus.Resolved or TicketStatus.Closed),
        _ => false,
    };
}
