using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>
/// One thing that happened to a ticket, as the helpdesk told it. <see cref="Source"/> and <see cref="Id"/> together identify the delivery
/// (CloudEvents 1.0): a second event with the same two is the same event, whatever else it says.
/// </summary>
public sealed record TicketEvent
{
    /// <summary>The ticket that it happened to (CloudEvents <c>subject</c>).</summary>
    public required string TicketId { get; init; }

    /// <summary>Who tells it (CloudEvents <c>source</c>).</summary>
    public required string Source { get; init; }

    /// <summary>Which event of that source it is (CloudEvents <c>id</c>).</summary>
    public required string Id { get; init; }

    /// <summary>When it happened, which is not when it arrived.</summary>
    public required Instant Time { get; init; }

    /// <summary>What happened.</summary>
    public required TicketEventType Type { get; init; }

    /// <summary>
    /// The type in the sender's own words; told apart from <see cref="Type"/> only where that is <see cref="TicketEventType.Unknown"/>.
    /// </summary>
    public required string TypeName { get; init; }

    /// <summary>What it says of the ticket.</summary>
    public TicketChange Change { get; init; } = TicketChange.None;

    /// <summary>
    /// The trace that it belongs to (W3C <c>traceparent</c>), so that a mail can be traced back to what it began with; <c>null</c> where
    /// nobody traced it. Says nothing of the ticket.
    /// </summary>
    public string? TraceParent { get; init; }
}
