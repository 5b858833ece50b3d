using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Agreements.Format;

[Section("a condition", "Which tickets are meant: every key that is given must hold, and any of its values will do.")]
internal sealed record ConditionSection : Section
{
    [Key("Whether the ticket is an emergency.")]
    public Located<bool>? Emergency { get; init; }

    [Key("Priorities.")]
    public Items<Located<TicketPriority>>? Priority { get; init; }

    [Key("Categories of the helpdesk.")]
    public Items<Located<string>>? Category { get; init; }

    [Key("Tags.")]
    public Items<Located<string>>? Tags { get; init; }

    [Key("Groups of the helpdesk.")]
    public Items<Located<string>>? Group { get; init; }

    [Key("Customers or organisations, as the helpdesk names them.")]
    public Items<Located<string>>? Customer { get; init; }

    [Key("Helpdesks: the source of their events.")]
    public Items<Located<string>>? Source { get; init; }

    [Key("Who has the ticket, as the helpdesk names them.")]
    public Items<Located<string>>? Assignee { get; init; }

    [Key("Whether somebody has the ticket.")]
    public Located<bool>? Assigned { get; init; }

    [Key("Who asked, by any name that the helpdesk tells: an id, a login, an address.")]
    public Items<Located<string>>? Requester { get; init; }

    [Key("Statuses. Only in escalation and metrics: what is promised does not change with the status.")]
    public Items<Located<TicketStatus>>? Status { get; init; }

    [Key("Free fields of the helpdesk by name, each with the values that it may have: a text, any, or a range, as in '>= 5'.")]
    public Entries<string, Items<Located<FieldText>>>? Fields { get; init; }

    [Key("Conditions of which at least one must hold.")]
    public Items<ConditionSection>? Any { get; init; }

    [Key("What must not hold.")]
    public ConditionSection? Not { get; init; }
}
