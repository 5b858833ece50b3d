using SlaMonitor.Core.Agreements.Credits;

namespace SlaMonitor.Core.Reporting.Figures;

/// <summary>All that indicators and credits ask of a period.</summary>
/// <param name="Promises">Every promise together.</param>
/// <param name="ByTarget">The promises of each target.</param>
/// <param name="Tickets">The tickets.</param>
public sealed record Measures(PromiseCounts Promises, IReadOnlyDictionary<string, PromiseCounts> ByTarget, TicketCounts Tickets)
{
    /// <summary>A figure.</summary>
    /// <param name="measure">What is measured.</param>
    /// <param name="target">The only target that is meant, or <c>null</c> for all.</param>
    /// <param name="best">The best rating of the agreement's scale.</param>
    /// <returns>In percent, or on the scale of the ratings; <c>null</c> where there is nothing to measure.</returns>
    public decimal? Of(Measure measure, string? target, int best) => measure switch
    {
        Measure.Attainment => PromisesOf(target).Attainment,
        Measure.ResolutionRate => Tickets.ResolutionRate,
        _ => Tickets.Satisfaction(best),
    };

    /// <summary>How many promises, tickets or answers a figure is taken of.</summary>
    public int BasisOf(Measure measure, string? target) => measure switch
    {
        Measure.Attainment => PromisesOf(target).Decided,
        Measure.ResolutionRate => Tickets.Resolved + Tickets.GivenUp,
        _ => Tickets.Answers,
    };

    private PromiseCounts PromisesOf(string? target) => target is null ? Promises : ByTarget.GetValueOrDefault(target);
}
