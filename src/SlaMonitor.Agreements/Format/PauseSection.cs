using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Agreements.Format;

[Section("a pause rule", "Which statuses stand for waiting, and which clocks stand still meanwhile.")]
internal sealed record PauseSection : Section
{
    [Key("The pausing statuses. Pending and onHold, where not given.")]
    public Items<Located<TicketStatus>>? Statuses { get; init; }

    [Key("The metrics whose clocks they stop. Resolution, where not given.")]
    public Items<Located<Name>>? Stops { get; init; }
}
