using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Format;

[Section("a target", "One promise: a metric kept within a budget of open time.")]
internal sealed record TargetSection : Section
{
    [Key("The target's name. Keep it when the promise changes: reports and escalations know the target by it.", Required = true)]
    public Located<Name>? Id { get; init; }

    [Key("What is promised: firstResponse, nextResponse, update, resolution, or one of 'metrics'.", Required = true,
        Known = ["firstResponse", "nextResponse", "update", "resolution"])]
    public Located<Name>? Metric { get; init; }

    [Key("Which tickets it is promised for. All, where not given.")]
    public ConditionSection? When { get; init; }

    [Key("From when a built-in metric counts: created, assignment, firstResponse or customerMessage. Created, where not given.")]
    public Located<CountsFrom>? From { get; init; }

    [Key("How much open time of the calendar it may take, as in 15m, 4h or 1h30m.", Required = true)]
    public Located<DurationText>? Within { get; init; }

    [Key("When the clock counts.", Required = true)]
    public TargetCalendarSection? Calendar { get; init; }

    [Key("Whether the pausing statuses stop this clock. What 'pause' says of its metric, where not given.")]
    public Located<bool>? Pauses { get; init; }

    [Key("Whether a due time that was agreed for one ticket counts in the place of the budget. It does not, where not given.")]
    public Located<bool>? AgreedDue { get; init; }

    [Key("Whether the message that opens a ticket starts a nextResponse clock too, beside the first response. "
        + "It does not, where not given.")]
    public Located<bool>? CountsOpening { get; init; }
}
