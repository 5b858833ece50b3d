using SlaMonitor.Core.Agreements.Credits;

namespace SlaMonitor.Agreements.Format;

[Section(
    "credits",
    "What broken promises cost. Of the rules about one measure the largest credit counts; those of different measures add up, to the cap.")]
internal sealed record CreditsSection : Section
{
    [Key("The most that is credited for one fee period. No limit, where not given.")]
    public Located<CreditAmount>? Cap { get; init; }

    [Key("The rules.", Required = true)]
    public Items<CreditRuleSection>? Rules { get; init; }
}
