namespace SlaMonitor.Core.Reporting.Figures;

/// <summary>How many promises were kept and how many were not.</summary>
/// <param name="Met">Kept in the period.</param>
/// <param name="Breached">Broken in the period.</param>
/// <param name="Cancelled">Lapsed in the period, because the ticket went away. Listed, and part of no share.</param>
/// <param name="Open">Neither yet.</param>
/// <param name="AtRisk">Those of <paramref name="Open"/> that have used most of their budget.</param>
/// <param name="SavedByExclusions">
/// Those of <paramref name="Met"/> that would have been broken had the agreement excluded nothing.
/// </param>
/// <param name="WithAgreedDue">Those that were kept or broken, and for which a due time had been agreed.</param>
/// <param name="SavedByAgreedDue">Those of <paramref name="Met"/> that would have been broken had nothing been agreed.</param>
/// <param name="BrokenByAgreedDue">Those of <paramref name="Breached"/> that would have been kept had nothing been agreed.</param>
/// <param name="EarlyByAgreedDue">Those of <paramref name="Breached"/> that would be open, or lapsed, had nothing been agreed.</param>
/// <param name="OpenByAgreedDue">Those of <paramref name="Open"/> that would be broken by now had nothing been agreed.</param>
public readonly record struct PromiseCounts(
    int Met, int Breached, int Cancelled, int Open, int AtRisk, int SavedByExclusions, int WithAgreedDue, int SavedByAgreedDue,
    int BrokenByAgreedDue, int EarlyByAgreedDue, int OpenByAgreedDue)
{
    /// <summary>All that were decided one way or the other: what shares are taken of.</summary>
    public int Decided => Met + Breached;

    /// <summary>Met / (met + breached), in percent; <c>null</c> where nothing was decided.</summary>
    public decimal? Attainment => Percent.Of(Met, Decided);

    /// <summary>What <see cref="Attainment"/> would be had nothing been excluded.</summary>
    public decimal? AttainmentWithoutExclusions => Percent.Of(Met - SavedByExclusions, Decided);

    /// <summary>What <see cref="Attainment"/> would be of the same promises had no due time been agreed for a ticket.</summary>
    public decimal? AttainmentWithoutAgreedDues =>
        Percent.Of(Met - SavedByAgreedDue + BrokenByAgreedDue, Decided - EarlyByAgreedDue);

    /// <summary>Adds up.</summary>
    public static PromiseCounts operator +(PromiseCounts left, PromiseCounts right) => new(
        left.Met + right.Met, left.Breached + right.Breached, left.Cancelled + right.Cancelled, left.Open + right.Open,
        left.AtRisk + right.AtRisk, left.SavedByExclusions + right.SavedByExclusions,
        left.WithAgreedDue + right.WithAgreedDue, left.SavedByAgreedDue + right.SavedByAgreedDue,
        left.BrokenByAgreedDue + right.BrokenByAgreedDue, left.EarlyByAgreedDue + right.EarlyByAgreedDue,
        left.OpenByAgreedDue + right.OpenByAgreedDue);
}
