using NodaTime;
using SlaMonitor.Core.Escalations;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>
/// A step or an all-clear that comes now, by its id; without the ticket that it was worked out from, which would keep a whole log alive.
/// </summary>
internal sealed record FiredStep(StepId Id, Instant At);
