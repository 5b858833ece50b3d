using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Format;

[Section("an exclusion", "A stretch of time in which every clock stands still.")]
internal sealed record ExclusionSection : Section
{
    [Key("From when: a date, or a date and time.", Required = true)]
    public Located<MomentText>? From { get; init; }

    [Key("Until when: a date, which is included, or a date and time.", Required = true)]
    public Located<MomentText>? To { get; init; }

    [Key("Why.", Required = true)]
    public Located<string>? Reason { get; init; }

    [Key("Who agreed to it.", Required = true)]
    public Located<string>? ApprovedBy { get; init; }
}
