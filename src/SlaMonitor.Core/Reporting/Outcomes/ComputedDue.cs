using NodaTime;

namespace SlaMonitor.Core.Reporting.Outcomes;

/// <summary>What the budget alone comes to, of a promise for which another due time was agreed.</summary>
/// <param name="At">When it would be due; <c>null</c> while it is held with budget left.</param>
public sealed record ComputedDue(Instant? At);
