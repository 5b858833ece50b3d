namespace SlaMonitor.Core.Agreements.Indicators;

/// <summary>What an agreement promises over a period rather than for a ticket. What is <c>null</c> is not promised.</summary>
public sealed record IndicatorTerms
{
    /// <summary>An agreement that promises nothing over a period.</summary>
    public static IndicatorTerms None { get; } = new();

    /// <summary>The share of clocks that keep their promise.</summary>
    public RateIndicator? Attainment { get; init; }

    /// <summary>The share of tickets that are resolved.</summary>
    public RateIndicator? ResolutionRate { get; init; }

    /// <summary>The customers' mean rating.</summary>
    public SatisfactionIndicator? Satisfaction { get; init; }
}
