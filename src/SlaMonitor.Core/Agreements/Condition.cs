using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Agreements;

/// <summary>
/// Which tickets something is meant for. Every part that is given must hold; within a part any value will do; a part that is not given always holds.
/// Names are compared without regard to case.
/// </summary>
public sealed record Condition
{
    /// <summary>The condition that always holds.</summary>
    public static Condition Always { get; } = new();

    /// <summary>Whether the ticket must, or must not, be an emergency.</summary>
    public bool? Emergency { get; init; }

    /// <summary>Priorities, any of which will do.</summary>
    public IReadOnlyList<TicketPriority> Priorities { get; init; } = [];

    /// <summary>Categories, any of which will do.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Tags, any of which will do.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Groups, any of which will do.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Customers, any of which will do.</summary>
    public IReadOnlyList<string> Customers { get; init; } = [];

    /// <summary>Event sources (helpdesks), any of which will do.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
