namespace SlaMonitor.Core.Agreements.Credits;

/// <summary>What a credit is made dependent on, measured over a reporting period.</summary>
public enum Measure
{
    /// <summary>The share of clocks that kept their promise, in percent.</summary>
    Attainment,

    /// <summary>The share of tickets that were resolved, in percent.</summary>
    ResolutionRate,

    /// <summary>The customers' mean rating, on the scale of the agreement.</summary>
    Satisfaction,
}
