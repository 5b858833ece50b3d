namespace SlaMonitor.Core.Agreements.Credits;

/// <summary>
/// What broken promises cost over a fee period. Rules that ask for the same measure are steps of one ladder: the largest credit among those
/// that apply counts. Credits of different measures add up, to the cap.
/// </summary>
/// <param name="Cap">The most that is credited for one period, or <c>null</c> for no limit.</param>
/// <param name="Rules">The rules, in file order.</param>
public sealed record CreditTerms(CreditAmount? Cap, IReadOnlyList<CreditRule> Rules);
