using SlaMonitor.Core.Agreements.Indicators;

namespace SlaMonitor.Agreements.Format;

[Section("satisfaction", "A mean rating that must be reached over a period.")]
internal sealed record SatisfactionSection : Section
{
    [Key("The least mean rating.", Required = true, Minimum = 1)]
    public Located<decimal>? AtLeast { get; init; }

    [Key("The best rating that can be given. 5, where not given.", Minimum = 2)]
    public Located<int>? Of { get; init; }

    [Key("What it is counted over. A month, where not given.")]
    public Located<ReportPeriod>? Per { get; init; }

    [Key("How often a requester is asked by mail, after a ticket of theirs is resolved: after each 'ticket', or at most once in a month, "
        + "quarter or year. Never, where not given.")]
    public Located<SurveyInterval>? SurveyEvery { get; init; }
}
