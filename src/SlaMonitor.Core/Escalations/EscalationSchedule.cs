using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Escalations;

/// <summary>Which steps of a ticket's clocks are to come, and when.</summary>
public static class EscalationSchedule
{
    /// <summary>How long after a promise was broken, and settled, somebody is still told. An import of old tickets stays silent.</summary>
    public static Duration TooLateToTell { get; } = Duration.FromHours(24);

    /// <summary>
    /// The steps that have not been fired and still should be, in the order in which they come. A step comes if the promise had not been
    /// kept by its moment. When the clock has ended since, a warning and a repetition are of no more use, and a breach is told for
    /// <see cref="TooLateToTell"/>.
    /// </summary>
    /// <param name="clocks">All clocks of one ticket.</param>
    /// <param name="fired">The ids of the steps that were fired before.</param>
    /// <param name="now">The present.</param>
    /// <param name="waiting">Those that have come and wait for somebody's next mail.</param>
    /// <param name="heardSince">
    /// Since when the monitor hears of the ticket's helpdesk, where the ticket is older than that: what was due before is shown, and told
    /// to nobody. <c>null</c> where that silences nothing.
    /// </param>
    public static IReadOnlyList<ScheduledStep> Pending(
        IReadOnlyList<Clock> clocks, IReadOnlySet<StepId> fired, Instant now, IReadOnlyList<WaitingStep>? waiting = null,
        Instant? heardSince = null)
    {
        ArgumentNullException.ThrowIfNull(clocks);
        ArgumentNullException.ThrowIfNull(fired);

        List<ScheduledStep> pending = [];
        foreach (var clock in clocks)
        {
            // Most clocks of a long ticket have ended long ago, and in time.
            if (clock.EndedAt is { } ended && ended <= now && !(clock.DueAt < ended)) continue;

            foreach (var step in Of(clock, waiting))
            {
                if (step.At < heardSince || !IsStillWanted(step, now)) continue;
                if (fired.Count == 0 || !fired.Contains(step.Id)) pending.Add(step);
            }
        }

        // Ties stay in the order of the file: the sort is stable.
        return [.. pending.OrderBy(step => step.ComesAt).ThenBy(step => step.At)];
    }

    /// <summary>
    /// Every step that a clock comes to, as far as is known, with its repetitions. A held clock comes to none that lies beyond its pause,
    /// and none comes of a clock that ended in the hands of whoever had taken it, nor at a time of day, or of a ticket, that it is not
    /// meant for.
    /// </summary>
    public static IEnumerable<ScheduledStep> Of(Clock clock) => Of(clock, waiting: null);

    /// <inheritdoc cref="Of(Clock)"/>
    /// <param name="clock">The clock.</param>
    /// <param name="waiting">Those that have come and wait for somebody's next mail.</param>
    public static IEnumerable<ScheduledStep> Of(Clock clock, IReadOnlyList<WaitingStep>? waiting)
    {
        ArgumentNullException.ThrowIfNull(clock);

        if (PolicyOf(clock) is not { } policy) yield break;

        foreach (var step in policy.Steps)
        {
            if (MomentOf(clock, step.At) is not { } at || at >= clock.EndedAt) continue;
            var mail = waiting is { Count: > 0 } ? waiting.FirstOrDefault(one => one.Step == new StepId(clock.Id, step.At.Name)) : null;
            if (Waiting.Of(clock, policy, step, at, mail?.Until) is not var (comesAt, hold, readyAt)) continue;

            var first = new ScheduledStep(clock, policy, step, at, comesAt, hold) { ReadyAt = readyAt, Waited = mail };
            if (IsMeant(first)) yield return first;
            if (step.Repeat is null) continue;

            foreach (var again in Repetitions.After(first, waiting).Where(IsMeant)) yield return again;
        }
    }

    /// <summary>The policy that a clock escalates under: the first that matches what the ticket is, or was when the clock ended.</summary>
    public static EscalationPolicy? PolicyOf(Clock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.Agreement.Escalations.FirstOrDefault(policy => policy.When.Holds(clock.Facts));
    }

    private static Instant? MomentOf(Clock clock, StepMoment moment) => moment switch
    {
        StepMoment.ShareOfBudget share => clock.WhenShareElapsed(share.Percent),
        StepMoment.Due => clock.DueAt,
        StepMoment.AfterDue after => clock.WhenOverBy(after.Offset),
        StepMoment.ElapsedAfterDue after => clock.DueAt + after.Offset,
        _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, "Not a moment of a clock."),
    };

    // Every refold asks this of every step, and most are for any ticket at any time.
    private static bool IsMeant(ScheduledStep step) =>
        step.Step.IsForAll || step.Step.IsMeantFor(step.ReadyAt, step.Clock.Ticket.FactsAt(step.ComesAt));

    private static bool IsStillWanted(ScheduledStep step, Instant now)
    {
        if (step.Clock.EndedAt is not { } ended || ended > now) return true;

        return !step.IsWarning && step.Repetition == 0 && step.Clock.End != ClockEnd.Gone && now - step.ComesAt <= TooLateToTell;
    }
}
