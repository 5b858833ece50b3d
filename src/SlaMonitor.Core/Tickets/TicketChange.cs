using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>
/// What an event says of its ticket: the state as of the event. <c>null</c> means "not said", never "cleared";
/// an empty string clears a name.
/// </summary>
public sealed record TicketChange
{
    /// <summary>An event that says nothing beyond its type.</summary>
    public static TicketChange None { get; } = new();

    /// <summary>
    /// When the ticket was created, as whoever tells of the event knows it: a ticket counts from the earliest time that anybody told, also
    /// where the creation itself was lost.
    /// </summary>
    public Instant? CreatedAt { get; init; }

    /// <summary>
    /// Who asked, by every name under which they may write: an id, a login, an address. Whatever one of them writes is the customer's.
    /// </summary>
    public IReadOnlyList<string>? Requesters { get; init; }

    /// <summary>The status after the event.</summary>
    public TicketStatus? Status { get; init; }

    /// <summary>The priority after the event.</summary>
    public TicketPriority? Priority { get; init; }

    /// <summary>Whether the ticket is an emergency in the agreement's sense.</summary>
    public bool? Emergency { get; init; }

    /// <summary>The ticket's title: untrusted text, encoded wherever it is shown.</summary>
    public string? Title { get; init; }

    /// <summary>Where a person opens the ticket.</summary>
    public Uri? Url { get; init; }

    /// <summary>The customer or organisation that the ticket belongs to; agreements are matched by it.</summary>
    public string? Customer { get; init; }

    /// <summary>The helpdesk's category.</summary>
    public string? Category { get; init; }

    /// <summary>All tags after the event.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The group that has the ticket.</summary>
    public string? Group { get; init; }

    /// <summary>The agent who has the ticket.</summary>
    public string? Assignee { get; init; }

    /// <summary>Free fields by name, those that were told of; an empty value clears the field.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// <summary>Who acted. Not said: a <see cref="TicketEventType.Replied"/> without it counts as nobody's reply.</summary>
    public Actor? By { get; init; }

    /// <summary>The agent who acted, where one did.</summary>
    public string? Agent { get; init; }

    /// <summary>Who wrote, in the words in which <see cref="Requesters"/> is told; not said: <see cref="Agent"/>.</summary>
    public string? Author { get; init; }

    /// <summary>
    /// Whether anybody who writes and is not the requester is an agent, and the delivery does not say who the requester is: the ticket
    /// remembers that and decides, whatever <see cref="By"/> suggests. While no requester is known, the message is nobody's.
    /// </summary>
    public bool? OthersAreAgents { get; init; }

    /// <summary>Whether the customer can see what was written. Not said: <c>true</c> for a reply.</summary>
    public bool? Public { get; init; }

    /// <summary>The customer's rating, 1 (worst) to 5 (best).</summary>
    public int? Rating { get; init; }

    /// <summary>For <see cref="TicketEventType.DueAgreed"/>: the due time that was agreed.</summary>
    public AgreedDue? AgreedDue { get; init; }

    /// <summary>What the helpdesk's fields of agreed due times hold, those that were told of.</summary>
    public IReadOnlyList<DueTold>? DuesTold { get; init; }

    /// <summary>For <see cref="TicketEventType.Acknowledged"/>: who took which promise until when.</summary>
    public Acknowledgement? Acknowledgement { get; init; }
}
