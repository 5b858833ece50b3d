using NodaTime;
using SlaMonitor.Core.Escalations;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>
/// A step or an all-clear that comes now, by its id; without the ticket that it was worked out from, which would keep a whole log alive.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="At">Its moment.</param>
/// <param name="WaitsSince">Since when it waits for a mail, if it has to.</param>
/// <param name="Told">The addresses of those who were told of it before.</param>
internal sealed record FiredStep(StepId Id, Instant At, Instant WaitsSince, IReadOnlyList<string> Told);
