using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Reporting.Outcomes;

/// <summary>What a report groups by, and what a list shows of a ticket beside its promises.</summary>
public sealed record OutcomeFacts
{
    /// <summary>The ticket's title: untrusted text, encoded wherever it is shown.</summary>
    public string? Title { get; init; }

    /// <summary>Where a person opens the ticket.</summary>
    public Uri? Url { get; init; }

    /// <summary>The customer that the ticket belongs to, or <c>null</c> where the helpdesk did not say.</summary>
    public string? Customer { get; init; }

    /// <summary>The helpdesk's category, or <c>null</c> where it did not say.</summary>
    public string? Category { get; init; }

    /// <summary>How much the ticket matters.</summary>
    public TicketPriority Priority { get; init; } = TicketPriority.Normal;

    /// <summary>Whether the ticket is an emergency in the agreement's sense.</summary>
    public bool Emergency { get; init; }

    /// <summary>The group that has the ticket, or <c>null</c> where none has.</summary>
    public string? Group { get; init; }

    /// <summary>The agent who has the ticket, or <c>null</c> where none has.</summary>
    public string? Assignee { get; init; }

    /// <summary>The facts of a ticket, as the agreement could ask for them at a time.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="facts">Its facts at that time; title, address and agent have no history and are the present ones.</param>
    internal static OutcomeFacts Of(Ticket ticket, TicketFacts facts) => new()
    {
        Title = ticket.Title,
        Url = ticket.Url,
        Customer = facts.Customer,
        Category = facts.Category,
        Priority = facts.Priority,
        Emergency = facts.Emergency,
        Group = facts.Group,
        Assignee = ticket.Assignee,
    };
}
