using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Format;

[Section("an escalation policy", "The steps that a ticket's clocks go through.")]
internal sealed record EscalationSection : Section
{
    [Key("Which tickets it is for. All, where not given.")]
    public ConditionSection? When { get; init; }

    [Key("The steps.", Required = true)]
    public Items<StepSection>? Steps { get; init; }

    [Key("When mail that can wait is held back. Never, where not given.")]
    public QuietHoursSection? QuietHours { get; init; }

    [Key("When those who were told hear that the promise was kept after all: when they were told that it broke, always, or never. "
        + "Broken, where not given.")]
    public Located<AllClearRule>? AllClear { get; init; }
}
