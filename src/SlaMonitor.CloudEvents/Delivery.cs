using SlaMonitor.Core.Tickets;

namespace SlaMonitor.CloudEvents;

/// <summary>What a request was read as. Either there are events, or there are problems; a delivery is taken whole or not at all.</summary>
public record Delivery
{
    /// <summary>The events, if nothing is wrong.</summary>
    public IReadOnlyList<TicketEvent> Events { get; init; } = [];

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<EventProblem> Problems { get; init; } = [];

    /// <summary>How many texts were longer than is kept, and were cut (<see cref="Clipping"/>).</summary>
    public int Clipped { get; init; }

    /// <summary>Whether the media type is not one of CloudEvents at all.</summary>
    public bool IsUnsupportedMediaType { get; init; }
}
