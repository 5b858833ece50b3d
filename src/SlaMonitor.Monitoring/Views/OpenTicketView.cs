using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Views;

/// <summary>A ticket with a promise that goes on, as a list shows it.</summary>
public sealed record OpenTicketView
{
    /// <summary>The ticket.</summary>
    public required string Id { get; init; }

    /// <summary>Its title: untrusted text.</summary>
    public string? Title { get; init; }

    /// <summary>Where a person opens it.</summary>
    public Uri? Url { get; init; }

    /// <summary>Whose it is.</summary>
    public string? Customer { get; init; }

    /// <summary>How much it matters.</summary>
    public required TicketPriority Priority { get; init; }

    /// <summary>Whether it is an emergency; nothing where it is none.</summary>
    public bool? Emergency { get; init; }

    /// <summary>The helpdesk's category.</summary>
    public string? Category { get; init; }

    /// <summary>The group that has it.</summary>
    public string? Group { get; init; }

    /// <summary>The agent who has it.</summary>
    public string? Assignee { get; init; }

    /// <summary>Of its promises that go on, the one that is due first.</summary>
    public required OpenPromiseView Next { get; init; }

    /// <summary>Shows a ticket by its promise that is due first.</summary>
    public static OpenTicketView Of(OpenPromise next)
    {
        ArgumentNullException.ThrowIfNull(next);

        var facts = next.Outcome.Facts;
        return new OpenTicketView
        {
            Id = next.Outcome.TicketId,
            Title = facts.Title,
            Url = facts.Url,
            Customer = facts.Customer,
            Priority = facts.Priority,
            Emergency = facts.Emergency ? true : null,
            Category = facts.Category,
            Group = facts.Group,
            Assignee = facts.Assignee,
            Next = OpenPromiseView.Of(next),
        };
    }
}
