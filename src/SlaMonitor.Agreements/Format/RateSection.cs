using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Agreements.Indicators;

namespace SlaMonitor.Agreements.Format;

[Section("a rate", "A share that must be reached over a period.")]
internal sealed record RateSection : Section
{
    [Key("The least share, as in 95%.", Required = true)]
    public Located<Percentage>? AtLeast { get; init; }

    [Key("What it is counted over. A month, where not given.")]
    public Located<ReportPeriod>? Per { get; init; }
}
