namespace SlaMonitor.Core.Reporting.Credits;

/// <summary>What is paid for one thing in a fee period.</summary>
/// <param name="Kind">What kind of fee it is.</param>
/// <param name="Name">The service's name, for <see cref="FeeKind.ValueAdded"/>.</param>
/// <param name="Count">How many emergencies, for <see cref="FeeKind.Emergencies"/>; else 1.</param>
/// <param name="Amount">The amount, not rounded.</param>
public sealed record FeeLine(FeeKind Kind, string? Name, int Count, decimal Amount);
