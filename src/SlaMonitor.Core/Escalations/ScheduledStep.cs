using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Escalations;

/// <summary>An escalation step of one clock, with the time at which it comes.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Policy">The policy that the step belongs to.</param>
/// <param name="Step">The step.</param>
/// <param name="At">The moment of the step.</param>
/// <param name="ComesAt">
/// When it is told: at its moment, or later where it has to wait. It fires strictly after this: until then the promise
/// can still be kept in time.
/// </param>
/// <param name="WaitsFor">What it waits for, where it comes later than its moment; of several, the last.</param>
public sealed record ScheduledStep(
    Clock Clock, EscalationPolicy Policy, EscalationStep Step, Instant At, Instant ComesAt, StepWait WaitsFor)
{
    /// <summary>
    /// Since when nothing holds it back but that it waits for a mail; <see cref="ComesAt"/> where it does not wait for one.
    /// </summary>
    public Instant ReadyAt { get; init; } = ComesAt;

    /// <summary>That it waits for somebody's next mail, or did; <c>null</c> where it never had to.</summary>
    public WaitingStep? Waited { get; init; }

    /// <summary>The addresses of those who were told already, where others are told with their next mail.</summary>
    public IReadOnlyList<string> Told => Waited?.Told ?? [];

    /// <summary>Since when it waits for a mail; the present, where it has not waited since nothing else held it back.</summary>
    public Instant WaitsSince(Instant now) => Waited is { } waited ? Instant.Max(waited.Since, ReadyAt) : now;

    /// <summary>Whether it may be told: it has come, or waits for nothing but a mail.</summary>
    public bool MayBeTold(Instant now) =>
        ComesAt < now || (WaitsFor == StepWait.NextMail && Policy.MayGoAlong(Step.At.Name, ReadyAt, now));

    /// <summary>Which repetition of the step it is, from 1; 0 for the step itself.</summary>
    public int Repetition { get; init; }

    /// <summary>What it is called among the steps of its clock.</summary>
    public string Name => StepName.Of(Step.At, Repetition);

    /// <summary>Identifies the step, or its repetition, within its ticket.</summary>
    public StepId Id => new(Clock.Id, Name);

    /// <summary>Which step of its policy it is, from 1, in file order.</summary>
    public int Number
    {
        get
        {
            for (var i = 0; i < Policy.Steps.Count; i++)
            {
                if (ReferenceEquals(Policy.Steps[i], Step)) return i + 1;
            }

            return 0;
        }
    }

    /// <summary>Whether the step comes while the promise can still be kept.</summary>
    public bool IsWarning => Step.At is StepMoment.ShareOfBudget;
}
