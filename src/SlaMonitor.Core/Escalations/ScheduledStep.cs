using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Escalations;

/// <summary>An escalation step of one clock, with the time at which it comes.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Step">The step.</param>
/// <param name="At">The moment of the step. It fires strictly after it: until then the promise can still be kept in time.</param>
public sealed record ScheduledStep(Clock Clock, EscalationStep Step, Instant At)
{
    /// <summary>
    /// Identifies the step within its ticket: clock and moment. A changed budget makes a new promise, whose steps may fire anew.
    /// </summary>
    public string Id => $"{Clock.Id}/{Step.At.Name}";

    /// <summary>Whether the step comes while the promise can still be kept.</summary>
    public bool IsWarning => Step.At is StepMoment.ShareOfBudget;
}
