using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Format;

[Section("a step", "At this moment of a clock, tell these.")]
internal sealed record StepSection : Section
{
    [Key(
        "The moment: a share of the budget (50%), due, after it in open time (due + 4h) or in real time (due + 15m elapsed).",
        Required = true)]
    public Located<StepText>? At { get; init; }

    [Key("Whom to tell: assignee, group, or contacts.", Required = true)]
    public Items<Located<Name>>? Notify { get; init; }

    [Key("Whether somebody's acknowledgement holds this step back until it expires. Yes, where not given.")]
    public Located<bool>? UnlessAcknowledged { get; init; }
}
