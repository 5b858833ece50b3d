using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Format;

[Section("quiet hours", "Mail waits for opening hours, but for the moments that cannot wait.")]
internal sealed record QuietHoursSection : Section
{
    [Key("The calendar in whose hours people are told.", Required = true)]
    public Located<Name>? Calendar { get; init; }

    [Key("The steps that are told at once all the same, by their moment.")]
    public Items<Located<StepText>>? Except { get; init; }
}
