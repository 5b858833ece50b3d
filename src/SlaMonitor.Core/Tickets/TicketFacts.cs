using System.Collections.Frozen;

namespace SlaMonitor.Core.Tickets;

/// <summary>What an agreement may ask of a ticket when it decides whether it governs it, and which promises it makes.</summary>
public sealed record TicketFacts
{
    /// <summary>The customer that the ticket belongs to, or <c>null</c> where the helpdesk did not say.</summary>
    public string? Customer { get; init; }

    /// <summary>How much the ticket matters.</summary>
    public TicketPriority Priority { get; init; } = TicketPriority.Normal;

    /// <summary>Whether the ticket is an emergency in the agreement's sense.</summary>
    public bool Emergency { get; init; }

    /// <summary>The helpdesk's category, or <c>null</c> where it did not say.</summary>
    public string? Category { get; init; }

    /// <summary>The ticket's tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The group that has the ticket, or <c>null</c> where none has.</summary>
    public string? Group { get; init; }

    /// <summary>Who the helpdesk says has the ticket, or <c>null</c> where nobody has.</summary>
    public string? Assignee { get; init; }

    /// <summary>Who asked, by every name that any event of the ticket gave, whenever it was told.</summary>
    public IReadOnlySet<string> Requesters { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The helpdesk's free fields that are set, by name without regard to case.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>
    /// The status; <c>null</c> among <see cref="Ticket.FactsHistory"/>, where it would make an entry of each change though no agreement and
    /// no target asks for it.
    /// </summary>
    public TicketStatus? Status { get; init; }

    /// <summary>The helpdesk that told of the ticket (CloudEvents <c>source</c>).</summary>
    public required string Source { get; init; }
}
