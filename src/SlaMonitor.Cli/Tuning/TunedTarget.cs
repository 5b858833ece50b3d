using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Tuning;

namespace SlaMonitor.Cli.Tuning;

/// <summary>What the history says of the budget of one target.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Target">The target, as its last version has it.</param>
/// <param name="Met">How many promises would have been kept under that budget.</param>
/// <param name="Breached">How many would have been broken.</param>
/// <param name="Smallest">For each wanted share, in percent: the smallest budget in minutes; <c>null</c> where nothing was done.</param>
internal sealed record TunedTarget(
    string Agreement, Target Target, long Met, long Breached, IReadOnlyList<(decimal Percent, long? Minutes)> Smallest)
{
    /// <summary>The share that would have been kept, from 0 to 1; <c>null</c> where nothing was decided.</summary>
    public decimal? Attainment => Met + Breached > 0 ? (decimal)Met / (Met + Breached) : null;

    /// <summary>Each target of which there is a promise, in the order of the agreements.</summary>
    public static IEnumerable<TunedTarget> AllOf(
        IReadOnlyDictionary<(string Agreement, string Target), BudgetTally> tallies, AgreementBook book, IReadOnlyList<decimal> wanted) =>
        from history in book.Agreements
        from target in history.Versions.Reverse().SelectMany(version => version.Targets)
            .DistinctBy(target => target.Id, StringComparer.Ordinal)
        where tallies.ContainsKey((history.Id, target.Id))
        let tally = tallies[(history.Id, target.Id)]
        let now = tally.Under(target.Within.TotalSeconds / 60)
        select new TunedTarget(
            history.Id, target, now.Met, now.Breached, [.. wanted.Select(percent => (percent, tally.Smallest(percent)))]);
}
