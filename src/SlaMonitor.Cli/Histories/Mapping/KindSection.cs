using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Histories.Mapping;

[Section("a kind of row", "What a word of the column 'type' says: the event alone, or what else follows from it.", Words = typeof(RowKind))]
internal sealed record KindSection : Section
{
    [Key("The event.", Required = true)]
    public Located<RowKind>? Type { get; init; }

    [Key("The status that the ticket has then.")]
    public Located<TicketStatus>? Status { get; init; }

    [Key("Who acted.")]
    public Located<Actor>? By { get; init; }

    [Key("Whether the customer sees what was written.")]
    public Located<bool>? Public { get; init; }

    /// <summary>The event, however it was written.</summary>
    public RowKind Kind => Word as RowKind? ?? Type?.Value ?? RowKind.Ignore;
}
