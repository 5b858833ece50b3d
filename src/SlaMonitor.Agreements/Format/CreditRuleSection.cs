using SlaMonitor.Core.Agreements.Credits;

namespace SlaMonitor.Agreements.Format;

[Section("a credit rule", "When something is credited, and how much.")]
internal sealed record CreditRuleSection : Section
{
    [Key("What stayed too low, as in 'attainment < 95%' or 'attainment of response < 95%'.", Required = true)]
    public Located<CreditCondition>? When { get; init; }

    [Key("What is credited then: a share, as in '5% of basic', or an amount.", Required = true)]
    public Located<CreditAmount>? Credit { get; init; }
}
