namespace SlaMonitor.Agreements.Format;

[Section("indicators", "What is promised over a period rather than for a ticket.")]
internal sealed record IndicatorsSection : Section
{
    [Key("The share of clocks that keep their promise.")]
    public RateSection? Attainment { get; init; }

    [Key("The share of tickets that are resolved.")]
    public RateSection? ResolutionRate { get; init; }

    [Key("The customers' mean rating.")]
    public SatisfactionSection? Satisfaction { get; init; }
}
