namespace SlaMonitor.Core.Reporting.Figures;

/// <summary>
/// How much of their budgets the decided promises used, in percent: of so many promises this much or less was used. A broken promise that
/// still goes on counts with 100, because more is not known yet.
/// </summary>
/// <param name="Median">Of half of them.</param>
/// <param name="P90">Of nine in ten.</param>
/// <param name="P99">Of 99 in a hundred.</param>
public readonly record struct UsedBudget(decimal Median, decimal P90, decimal P99)
{
    /// <summary>Reads it off.</summary>
    /// <param name="shares">One share in percent for each promise, in any order; they are put in order.</param>
    /// <returns>The distribution, or <c>null</c> of nothing.</returns>
    internal static UsedBudget? Of(List<decimal> shares)
    {
        if (shares.Count == 0) return null;

        shares.Sort();
        return new UsedBudget(At(50), At(90), At(99));

        // The nearest rank: the smallest share that so many percent of the promises do not exceed. Always one that occurred.
        decimal At(int percent) => shares[(((shares.Count * percent) + 99) / 100) - 1];
    }
}
