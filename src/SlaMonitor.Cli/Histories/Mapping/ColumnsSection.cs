using SlaMonitor.Agreements.Format;

namespace SlaMonitor.Cli.Histories.Mapping;

[Section("the columns", "Which column is which, by the name in the header.")]
internal sealed record ColumnsSection : Section
{
    [Key("The ticket's id.", Required = true)]
    public Located<string>? Ticket { get; init; }

    [Key("When it happened, of an event.")]
    public Located<string>? Time { get; init; }

    [Key("What happened, of an event, in words that 'types' knows. Without it every row is an update.")]
    public Located<string>? Type { get; init; }

    [Key("What tells an event from all others; without it the number of the row does.")]
    public Located<string>? Id { get; init; }

    [Key("When the ticket was created.")]
    public Located<string>? Created { get; init; }

    [Key("When an agent first answered, of a ticket.")]
    public Located<string>? FirstReplied { get; init; }

    [Key("When it was resolved, of a ticket.")]
    public Located<string>? Resolved { get; init; }

    [Key("When it was closed, of a ticket.")]
    public Located<string>? Closed { get; init; }

    [Key("The status.")]
    public Located<string>? Status { get; init; }

    [Key("The priority.")]
    public Located<string>? Priority { get; init; }

    [Key("Whether it is an emergency.")]
    public Located<string>? Emergency { get; init; }

    [Key("Who acted: an agent, the customer or the system.")]
    public Located<string>? By { get; init; }

    [Key("Whether the customer sees what was written.")]
    public Located<string>? Public { get; init; }

    [Key("The agent who acted.")]
    public Located<string>? Agent { get; init; }

    [Key("Who wrote.")]
    public Located<string>? Author { get; init; }

    [Key("Who asked: whatever they write is the customer's.")]
    public Located<string>? Requester { get; init; }

    [Key("The title.")]
    public Located<string>? Title { get; init; }

    [Key("Where a person opens the ticket.")]
    public Located<string>? Url { get; init; }

    [Key("The customer, by which agreements are matched.")]
    public Located<string>? Customer { get; init; }

    [Key("The category.")]
    public Located<string>? Category { get; init; }

    [Key("The tags, with commas or semicolons between them.")]
    public Located<string>? Tags { get; init; }

    [Key("The group that has the ticket.")]
    public Located<string>? Group { get; init; }

    [Key("The agent who has the ticket.")]
    public Located<string>? Assignee { get; init; }

    [Key("The customer's rating, from 1 to 5.")]
    public Located<string>? Rating { get; init; }

    [Key("Free fields that agreements ask for: their names, and the columns.")]
    public Entries<string, Located<string>>? Fields { get; init; }
}
