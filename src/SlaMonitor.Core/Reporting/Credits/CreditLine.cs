using SlaMonitor.Core.Agreements.Credits;

namespace SlaMonitor.Core.Reporting.Credits;

/// <summary>One rule in a statement.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Figure">What was measured; <c>null</c> where there was nothing to measure: then the rule does not hold.</param>
/// <param name="Basis">How many promises, tickets or answers the figure is taken of.</param>
/// <param name="Holds">Whether the figure earns the credit.</param>
/// <param name="Amount">What the rule gives if it holds, not rounded.</param>
/// <param name="Counts">Whether it is the step of its ladder that counts: the largest that holds, and of equals the first.</param>
public sealed record CreditLine(CreditRule Rule, decimal? Figure, int Basis, bool Holds, decimal Amount, bool Counts);
