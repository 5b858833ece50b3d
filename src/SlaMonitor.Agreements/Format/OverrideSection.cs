using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Format;

[Section("an override", "Somebody stands in. A swap is two of them.")]
internal sealed record OverrideSection : Section
{
    [Key("From when: a date, or a date and time.", Required = true)]
    public Located<MomentText>? From { get; init; }

    [Key("Until when: a date, which is included, or a date and time.", Required = true)]
    public Located<MomentText>? To { get; init; }

    [Key("Who stands in: an address, or a contact that has one.", Required = true)]
    public Located<string>? Who { get; init; }
}
