namespace SlaMonitor.Mails.Comparisons;

/// <summary>What the promises of one metric came to under one of the terms.</summary>
/// <param name="Met">How many were kept.</param>
/// <param name="Breached">How many were broken.</param>
/// <param name="Open">How many are open.</param>
public sealed record ComparedMetric(long Met, long Breached, long Open)
{
    /// <summary>Nothing was promised.</summary>
    public static ComparedMetric None { get; } = new(0, 0, 0);

    /// <summary>The share that was kept, in percent; <c>null</c> where nothing was decided.</summary>
    public decimal? Attainment => Met + Breached > 0 ? Met * 100m / (Met + Breached) : null;
}
