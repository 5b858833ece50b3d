namespace SlaMonitor.Core.Reporting.Figures;

/// <summary>The promises of one target.</summary>
/// <param name="Target">The target's id. It may be one of an older version.</param>
/// <param name="Metric">What it promises, as the agreement writes it.</param>
/// <param name="Promises">The promises.</param>
/// <param name="Used">How much of the budget they used; <c>null</c> where none was decided.</param>
public sealed record TargetFigures(string Target, string Metric, PromiseCounts Promises, UsedBudget? Used);
