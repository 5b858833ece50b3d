using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>What is to become of a ticket in the store.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="NewEvents">Events to append; none of them is in the log yet.</param>
/// <param name="State">The state that replaces the present one.</param>
/// <param name="ExpectedTag">The tag that the commit builds on; <c>null</c> where the ticket must not exist yet.</param>
public sealed record TicketCommit(string TicketId, IReadOnlyList<TicketEvent> NewEvents, MonitoringState State, string? ExpectedTag)
{
    /// <summary>
    /// What is filed of the ticket from now on (<see cref="IPromiseShelves"/>), in place of all that was; <c>null</c> leaves that as it is.
    /// Only what has changed is written.
    /// </summary>
    public IReadOnlyList<ShelfRow>? Outcomes { get; init; }

    /// <summary>
    /// Events that are in the log already, told by source and id, and that say something else from now on: something was erased from them.
    /// </summary>
    public IReadOnlyList<TicketEvent> Rewritten { get; init; } = [];

    /// <summary>Events that leave the log for good: nothing follows from them.</summary>
    public IReadOnlyList<TicketEvent> Dropped { get; init; } = [];

    /// <summary>Whether every row is to be written anew, because nobody knows what is filed.</summary>
    public bool FilesAllAnew { get; init; }
}
