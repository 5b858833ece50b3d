using NodaTime;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Histories.Mapping;

[Section("a mapping", "What the columns and words of a history mean.")]
internal sealed record MappingSection : Section
{
    [Key("Of a CSV: whether a row is one of the events or one of the tickets.")]
    public Located<RowShape>? Rows { get; init; }

    [Key("Of a CSV: what stands between its columns. Without it the header shows it.")]
    public Located<string>? Delimiter { get; init; }

    [Key("Of a CSV: who tells the events.")]
    public Located<string>? Source { get; init; }

    [Key("Of a CSV: how its times are written, as in dd/MM/yyyy HH:mm. Without it as in 2026-05-04T17:00:00Z.")]
    public Located<string>? TimeFormat { get; init; }

    [Key("Of a CSV: its columns.")]
    public ColumnsSection? Columns { get; init; }

    [Key("Of a CSV: what the words of the column 'type' mean.")]
    public Entries<string, KindSection>? Types { get; init; }

    [Key("Of a CSV: what the words of the column 'by' mean.")]
    public Entries<string, Located<Actor>>? Authors { get; init; }

    [Key("The zone of times that come without any.")]
    public Located<DateTimeZone>? TimeZone { get; init; }

    [Key("What the words for statuses mean; for GitHub, labels.")]
    public Entries<string, Located<TicketStatus>>? Statuses { get; init; }

    [Key("What the words for priorities mean; for GitHub, labels.")]
    public Entries<string, Located<TicketPriority>>? Priorities { get; init; }

    [Key("The customer of every ticket.")]
    public Located<string>? Customer { get; init; }

    [Key("Of an export: the connection by which the helpdesk sends, which stands before the ids of its tickets.")]
    public Located<string>? Connection { get; init; }

    [Key("Of an export: agents by the helpdesk's ids.")]
    public Entries<string, Located<string>>? Agents { get; init; }

    [Key("Of an export: groups by the helpdesk's ids.")]
    public Entries<string, Located<string>>? Groups { get; init; }

    [Key("Of an export: customers by the helpdesk's ids.")]
    public Entries<string, Located<string>>? Customers { get; init; }

    [Key("Of an export: who else is staff, by ids, logins and addresses, or by @example.com for a whole domain.")]
    public Items<Located<string>>? Staff { get; init; }
}
