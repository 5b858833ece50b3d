using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>A stretch of time in which every clock that it covers stands still: force majeure, an agreed outage. Half-open.</summary>
/// <param name="Span">From (inclusive) to (exclusive).</param>
/// <param name="Reason">Why, in the parties' words.</param>
/// <param name="ApprovedBy">Who agreed to it.</param>
public sealed record Exclusion(Interval Span, string Reason, string ApprovedBy);
