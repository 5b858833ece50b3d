using NodaTime;

namespace SlaMonitor.Monitoring.Health.Findings;

/// <summary>How an evaluation ended.</summary>
/// <param name="Outcome">
/// <c>ok</c>, <c>incomplete</c> where some tickets could not be evaluated, <c>waits</c> where nobody could be told, <c>failed</c>, or
/// <c>awaited</c> where none has ended yet.
/// </param>
/// <param name="At">When, on the monitor's clock.</param>
/// <param name="Reason">Why it is not <c>ok</c>.</param>
public sealed record EvaluationView(string Outcome, Instant At, string? Reason);
