using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Format;

[Section("a metric", "A clock of the agreement's own: what starts, pauses and stops it.")]
internal sealed record MetricSection : Section
{
    [Key("What people call it. Its name, where not given.")]
    public Located<string>? Title { get; init; }

    [Key("What begins a cycle while none is running; of several, any will do.", Required = true)]
    public Items<OccurrenceSection>? Starts { get; init; }

    [Key("What ends a cycle; of several, any will do. The resolution does too, except of a metric that starts with it.", Required = true)]
    public Items<OccurrenceSection>? Stops { get; init; }

    [Key("What ends a cycle and begins the next at once.")]
    public Items<OccurrenceSection>? Renews { get; init; }

    [Key("While this condition holds, the clock stands still.")]
    public ConditionSection? Pauses { get; init; }

    [Key("What a reopening does to a cycle that the resolution ended. What the agreement's 'onReopen' says, where not given.")]
    public Located<ReopenRule>? OnReopen { get; init; }
}
