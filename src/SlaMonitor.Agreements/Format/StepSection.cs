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

    [Key("After how long in real time it is told again, as in 30m, until somebody takes the promise or the clock ends. Needs 'times'.")]
    public Located<DurationText>? Repeat { get; init; }

    [Key("How often it is told again at most.", Minimum = 1)]
    public Located<int>? Times { get; init; }

    [Key("The calendar that has to be open when it is told. Any time, where not given.")]
    public Located<Name>? During { get; init; }

    [Key("The calendar that has to be closed when it is told. Any time, where not given.")]
    public Located<Name>? Outside { get; init; }

    [Key("What has to hold for the ticket when it is told; else the step is skipped. Nothing, where not given.")]
    public ConditionSection? When { get; init; }
}
