namespace SlaMonitor.Core.Tickets;

/// <summary>
/// What an event says of its ticket: the state as of the event. <c>null</c> means "not said", never "cleared";
/// an empty string clears a name.
/// </summary>
public sealed record TicketChange
{
    /// <summary>An event that says nothing beyond its type.</summary>
    public static TicketChange None { get; } = new();

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

    /// <summary>Who acted. Not said: a <see cref="TicketEventType.Replied"/> without it counts as nobody's reply.</summary>
    public Actor? By { get; init; }

    /// <summary>The agent who acted, where one did.</summary>
    public string? Agent { get; init; }

    /// <summary>Whether the customer can see what was written. Not said: <c>true</c> for a reply.</summary>
    public bool? Public { get; init; }

    /// <summary>The customer's rating, 1 (worst) to 5 (best).</summary>
    public int? Rating { get; init; }

    /// <summary>For <see cref="TicketEventType.Acknowledged"/>: who took which promise until when.</summary>
    public Acknowledgement? Acknowledgement { get; init; }
}
